import type { Finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Panel } from "../model/panel.ts";
import type { Region } from "../model/region.ts";
import type { Source } from "../model/source.ts";
import type { ColumnTable, DictionaryColumn } from "../model/table.ts";
import type { Place } from "../registry/region-set.ts";

/** A panel around observations that were read from a foreign table: regions, indicators and sources as far as it names them. */
export function panelOf(
  observations: ColumnTable,
  findPlace: (code: string) => Place | null,
  names: ReadonlyMap<string, string>,
  file: string,
  findings: readonly Finding[],
): Panel {
  const regions = new Map(usedValues(observations, "region").map((code) => [code, regionOf(code, findPlace, names)]));
  const indicators = new Map(usedValues(observations, "indicator").map((id) => [id, indicatorOf(id, observations)]));
  const sources = new Map(
    usedValues(observations, "source").map((id): [string, Source] => [
      id,
      { id, title: file, publisher: null, published: null, url: null, note: null },
    ]),
  );
  return { observations, regions, indicators, sources, breaks: [], findings };
}

function usedValues(table: ColumnTable, name: string): readonly string[] {
  const column = table.column(name) as DictionaryColumn;
  const used = new Uint8Array(column.values.length);
  for (let row = 0; row < column.length; row += 1) {
    const code = column.codes[row] as number;
    if (code >= 0) used[code] = 1;
  }
  return column.values.filter((_, code) => used[code] === 1);
}

function regionOf(code: string, findPlace: (code: string) => Place | null, names: ReadonlyMap<string, string>): Region {
  const place = findPlace(code);
  if (place === null)
    return {
      code,
      name: names.get(code) ?? code,
      name_en: null,
      level: "unknown",
      parent: null,
      valid_from: null,
      valid_to: null,
      population: [],
      note: null,
    };
  const { name, name_en, level, parent, valid_from, valid_to } = place;
  return { code, name, name_en, level, parent, valid_from, valid_to, population: [], note: null };
}

/** What a foreign table tells of an indicator is its name and the unit of its first figure. */
function indicatorOf(id: string, table: ColumnTable): Indicator {
  const ids = table.column("indicator") as DictionaryColumn;
  const row = ids.codes.indexOf(ids.values.indexOf(id));
  const unit = (table.column("unit") as DictionaryColumn).at(row) ?? "unstated";
  return {
    id,
    name_zh: id,
    name_en: id,
    unit,
    unit_zh: unit,
    kind: unit === "percent" || unit === "permille" ? "rate" : unit === "yuan" ? "amount" : "count",
    numerator: null,
    denominator: null,
    direction: "neutral",
    family: "unclassified",
    definition: "",
    comparability_note: null,
    synonyms_zh: [],
  };
}
