import { rowsOf } from "../../src/model/table.ts";
import { bytesSource } from "../../src/read/byte-source.ts";
import { type FromTableOptions, fromTable } from "../../src/read/from-table.ts";

/** Loads a table that a test writes out. */
export const load = (text: string | Uint8Array, options: FromTableOptions = {}, name = "table.csv") =>
  fromTable(bytesSource(name, typeof text === "string" ? new TextEncoder().encode(text) : text), options);

/** Its figures, one short line each: region, year or period, indicator, value, unit. */
export async function figures(text: string, options: FromTableOptions = {}, name?: string): Promise<string[]> {
  const { panel } = await load(text, options, name);
  return rowsOf(panel.observations).map(
    ({ region, year, period, indicator, value, unit }) =>
      `${region} ${period ?? year} ${indicator} ${value}${unit === "unstated" ? "" : ` ${unit}`}`,
  );
}
