import { fsum } from "d3-array";
import { noNumber, type Refusal } from "./outcome.ts";
import { presentValues, type Values } from "./present.ts";
import { requireConfidence } from "./require.ts";
import { studentWidth } from "./special/student.ts";
import type { ConfidenceOptions } from "./wilson-interval.ts";

export interface MeanInterval {
  readonly value: number | null;
  /** Standard deviation with n − 1; null for one value. */
  readonly sd: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly sum: number;
  readonly n: number;
  readonly missing: number;
  /** Null where all is known; `few_points` where one value gives a mean without an interval, or none not even that. */
  readonly reason: Refusal | null;
}

/**
 * Student's t interval of a mean: how far could the mean of such values move by chance alone?
 *
 * @remarks
 * Unit: the values' own. Missing: dropped and counted.
 * Source: Student (1908), Biometrika 6:1–25. Oracle: test/oracles/mean_ci.json.
 *
 * @returns edges that surround the mean
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(meanInterval([3, 5, 8, 13]).upper).toBeCloseTo(14.1708, 4)
 * ```
 */
export function meanInterval(values: Values, { confidence = 0.95 }: ConfidenceOptions = {}): MeanInterval {
  requireConfidence("meanInterval", confidence);
  const present = presentValues("meanInterval", values);
  const n = present.length;
  const sum = fsum(present);
  const counts = { sum, n, missing: values.length - n };
  if (n === 0) return { ...noNumber("few_points"), sd: null, lower: null, upper: null, ...counts };
  const value = sum / n;
  if (n === 1) return { value, sd: null, lower: null, upper: null, ...counts, reason: "few_points" };
  const sd = Math.sqrt(fsum(present.map((each) => (each - value) ** 2)) / (n - 1));
  const width = (studentWidth(confidence, n - 1) * sd) / Math.sqrt(n);
  return { value, sd, lower: value - width, upper: value + width, ...counts, reason: null };
}
