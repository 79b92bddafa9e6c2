/** A year from which figures of a family (or of one indicator) are no longer counted as before. */
export interface SeriesBreak {
  /** An indicator id, or null where the whole family breaks. */
  readonly indicator: string | null;
  readonly family: string | null;
  /** The first year counted in the new way. */
  readonly year: number;
  readonly reason_zh: string;
  readonly reason_en: string;
}
