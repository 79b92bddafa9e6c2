import { resvg } from "./resvg.node.ts";

/** How an SVG becomes pixels. */
export interface ToPngOptions {
  /** Pixels of the file per pixel of the picture. */
  readonly zoom?: number;
}

/**
 * An SVG as a PNG on white ground.
 *
 * @param svg - with live text, as {@link toSvg} gives it
 * @param options - `zoom`, by default 2
 * @returns bytes of the file
 * @throws {@link ComparandaError} `glyph.missing` names the characters the font does not have
 */
export function toPng(svg: string, options: ToPngOptions = {}): Uint8Array {
  const fitTo = { mode: "zoom", value: options.zoom ?? 2 } as const;
  return resvg("toPng", svg, { fitTo, background: "#ffffff" }).render().asPng();
}
