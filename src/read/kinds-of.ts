import type { Layout } from "./layout.ts";
import type { RawKind } from "./raw-from-rows.ts";
import { isStatedNumber } from "./stated-columns.ts";

/** Which columns of a layout hold figures, for the reader of the body. */
export function kindsOf(layout: Layout): RawKind[] {
  const kinds: RawKind[] = layout.headings.map(() => "text");
  for (const { values, stated } of layout.blocks) {
    for (const { column } of values) kinds[column] = "numeral";
    for (const [name, column] of Object.entries(stated)) if (isStatedNumber(name)) kinds[column] = "numeral";
  }
  return kinds;
}
