import type { Layout } from "./layout.ts";
import type { RawKind } from "./raw-from-rows.ts";

/** Which columns of a layout hold figures, for the reader of the body. */
export function kindsOf(layout: Layout): RawKind[] {
  const kinds: RawKind[] = layout.headings.map(() => "text");
  for (const { values } of layout.blocks) for (const { column } of values) kinds[column] = "numeral";
  return kinds;
}
