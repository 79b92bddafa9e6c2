import type { Panel } from "../model/panel.ts";
import type { Region } from "../model/region.ts";
import { type ColumnTable, DictionaryColumn } from "../model/table.ts";
import { dictionaryOf } from "./columns.ts";

type Label = "name" | "name_en" | "level" | "parent";

/** Regions in the order their rows come, with what the region table says of them. */
export class RegionPlaces {
  /** Place of each region code of the observations. */
  readonly placeOf: Int32Array;
  readonly regions: readonly string[];
  private readonly labels = new Map<Label, { readonly codeOf: Int32Array; readonly values: readonly string[] }>();

  /** Regions as asked for or as listed, then those the panel does not list. */
  constructor(
    private readonly panel: Panel,
    codes: readonly string[],
    asked: readonly string[] | null,
  ) {
    const listed = [...new Set(asked ?? panel.regions.keys())];
    const places = new Map(listed.map((code, place) => [code, place]));
    for (const code of codes.filter((one) => !places.has(one)).sort()) places.set(code, places.size);
    this.placeOf = Int32Array.from(codes, (code) => places.get(code) as number);
    this.regions = [...places.keys()];
  }

  /** A label of the region of each row. */
  column(label: Label, place: Int32Array): DictionaryColumn {
    return new DictionaryColumn(place.length, () => {
      const { codeOf, values } = this.label(label);
      const codes = new Int32Array(place.length);
      for (let row = 0; row < place.length; row += 1) codes[row] = codeOf[place[row] as number] ?? -1;
      return { codes, values };
    });
  }

  private label(label: Label) {
    const before = this.labels.get(label);
    if (before !== undefined) return before;
    const known = new Map<string, number>();
    const codeOf = Int32Array.from(this.regions, (code) => {
      const text = TOLD[label](this.panel.regions.get(code), code);
      if (text === null) return -1;
      if (!known.has(text)) known.set(text, known.size);
      return known.get(text) as number;
    });
    const made = { codeOf, values: [...known.keys()] };
    this.labels.set(label, made);
    return made;
  }
}

const TOLD: Readonly<Record<Label, (region: Region | undefined, code: string) => string | null>> = {
  name: (region, code) => region?.name ?? code,
  name_en: (region, code) => region?.name_en ?? region?.name ?? code,
  level: (region) => region?.level ?? null,
  parent: (region) => region?.parent ?? null,
};

const known = new WeakMap<DictionaryColumn, { readonly panel: Panel; readonly places: RegionPlaces }>();

/** The places of regions for a selection; those of all regions are made once per panel. */
export function regionPlaces(panel: Panel, asked: readonly string[] | null, observed: ColumnTable): RegionPlaces {
  const column = dictionaryOf(observed, "region");
  if (asked !== null) return new RegionPlaces(panel, column.values, asked);
  const before = known.get(column);
  if (before?.panel.regions === panel.regions) return before.places;
  const places = new RegionPlaces(panel, column.values, null);
  known.set(column, { panel, places });
  return places;
}
