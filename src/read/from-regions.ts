import { ComparandaError } from "../model/errors.ts";
import type { Place, RegionSet } from "../registry/region-set.ts";
import { fromCsv } from "./csv.ts";

/**
 * Your own list of regions, to match tables against that hold places of no set of the package: states, health districts.
 *
 * @remarks
 * Columns: `region` (or `code`) and `name` must be there; `name_en`, `level`, `parent`, `valid_from`, `valid_to`, `successor`,
 * `other_names` and `other_codes` (several with | between them) and `note` as far as you have them. The table `regions` of a
 * package will do. A place with `successor` or a past `valid_to` is matched as a former one. Cells are texts: 06 stays 06.
 *
 * @param text - CSV with a heading row
 * @param file - for messages
 * @throws {@link ComparandaError} `column.missing`
 * @example
 * ```ts @import.meta.vitest
 * const { places } = fromRegions("code,name,other_names\nUS-CA,California,CA|Calif.\n", "states.csv");
 * expect(places[0]).toMatchObject({ code: "US-CA", name: "California", otherNames: ["CA", "Calif."], current: true });
 * ```
 */
export function fromRegions(text: string, file: string): RegionSet {
  const { header, rows } = fromCsv(text, { file });
  const codes = header.includes("region") ? "region" : "code";
  for (const column of [codes, "name"])
    if (!header.includes(column))
      throw new ComparandaError("column.missing", { verb: "load", column, available: header, suggestion: null });
  const places = rows.map((row): Place => {
    const cell = (name: string) => row[header.indexOf(name)]?.trim() || null;
    const list = (name: string) => (cell(name) ?? "").split("|").filter((part) => part !== "");
    const number = (name: string) => (cell(name) === null ? null : Number(cell(name)));
    const code = cell(codes) ?? "";
    return {
      code,
      name: cell("name") ?? code,
      name_en: cell("name_en"),
      level: cell("level") ?? "unknown",
      parent: cell("parent"),
      valid_from: number("valid_from"),
      valid_to: number("valid_to"),
      population: [],
      note: cell("note"),
      otherNames: list("other_names"),
      otherCodes: list("other_codes"),
      pinyin: null,
      current: cell("successor") === null && cell("valid_to") === null,
      successor: cell("successor"),
    };
  });
  return { name: "own", places: places.filter(({ code }) => code !== "") };
}
