export const INDICATOR_KINDS = ["count", "rate", "share", "amount", "stock", "rank", "ratio"] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

export const DIRECTIONS = ["higher_better", "lower_better", "neutral"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What is measured. `numerator` and `denominator` are ids of the counts behind a rate. */
export interface Indicator {
  readonly id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly unit: string;
  readonly unit_zh: string;
  readonly kind: IndicatorKind;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly direction: Direction;
  readonly family: string;
  readonly definition: string;
  readonly comparability_note: string | null;
  readonly synonyms_zh: readonly string[];
}
