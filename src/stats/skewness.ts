import { fsum } from "d3-array";
import { answered, type NumberOutcome, noNumber } from "./outcome.ts";
import { presentValues, type Values } from "./present.ts";

/**
 * How lopsided are the values? Positive: a long tail of high values.
 *
 * @remarks
 * Unit: none. Missing: dropped. Refused: fewer than three values (`few_points`), all equal (`no_variation`).
 * Source: the unbiased form of Joanes & Gill (1998), The Statistician 47:183–189 (G1, as in SAS, Excel and COINr).
 * Oracle: test/oracles/treat.json.
 *
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(skewness([1, 5, 2, 8, 3]).value).toBeCloseTo(0.92668, 5)
 * ```
 */
export function skewness(values: Values): NumberOutcome {
  const present = presentValues("skewness", values);
  const n = present.length;
  if (n < 3) return noNumber("few_points");
  const mean = fsum(present) / n;
  const second = fsum(present.map((value) => (value - mean) ** 2));
  const third = fsum(present.map((value) => (value - mean) ** 3));
  if (second === 0) return noNumber("no_variation");
  return answered({ value: ((Math.sqrt(n) * third) / second ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2)) });
}
