import type { Description } from "../charts/spec.ts";
import { resvg } from "./resvg.node.ts";
import { withDescription } from "./with-description.ts";

/** An SVG whose texts are shapes: opens everywhere without a font. Role, title and description are put back. */
export function outlineText(svg: string, description: Description): string {
  return withDescription(resvg("toSvg", svg).toString(), description);
}
