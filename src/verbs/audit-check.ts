/** How far a figure is borne out by others: printed figures that must agree do, may, are alone, or do not. */
export const VERDICTS = ["contradicted", "proved", "consistent", "alone"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One comparison of figures with what they must give. */
export interface AuditCheck {
  readonly check: "rate" | "sum" | "change" | "restated" | "claim";
  readonly verdict: Exclude<Verdict, "alone">;
  /** Rows of the table that take part. */
  readonly rows: readonly number[];
  /** The figures in words of arithmetic: `58 / 119 = 48.74`. */
  readonly reckoning: string;
}
