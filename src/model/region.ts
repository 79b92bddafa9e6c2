/** Population of a region in one year; the basis says who is counted (census, resident_year_end, registered). */
export interface Population {
  readonly year: number;
  readonly value: number;
  readonly basis: string;
  readonly source: string | null;
}

/** A place that is compared. `valid_from` and `valid_to` are the years in which the code carried this name. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly level: string;
  readonly parent: string | null;
  readonly valid_from: number | null;
  readonly valid_to: number | null;
  readonly population: readonly Population[];
  readonly note: string | null;
}
