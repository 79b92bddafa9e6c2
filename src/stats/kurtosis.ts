import { fsum } from "d3-array";
import { answered, type NumberOutcome, noNumber } from "./outcome.ts";
import { presentValues, type Values } from "./present.ts";

/**
 * How heavy are the tails? 0: as a normal distribution; positive: a few values lie far out.
 *
 * @remarks
 * Unit: none (excess kurtosis). Missing: dropped. Refused: fewer than four values (`few_points`), all equal
 * (`no_variation`).
 * Source: the unbiased form of Joanes & Gill (1998), The Statistician 47:183–189 (G2, as in SAS, Excel and COINr).
 * Oracle: test/oracles/treat.json.
 *
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(kurtosis([1, 5, 2, 8, 3]).value).toBeCloseTo(0.12987, 5)
 * ```
 */
export function kurtosis(values: Values): NumberOutcome {
  const present = presentValues("kurtosis", values);
  const n = present.length;
  if (n < 4) return noNumber("few_points");
  const mean = fsum(present) / n;
  const second = fsum(present.map((value) => (value - mean) ** 2));
  const fourth = fsum(present.map((value) => (value - mean) ** 4));
  if (second === 0) return noNumber("no_variation");
  const ratio = (n * fourth) / second ** 2;
  return answered({ value: (((n + 1) * (ratio - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3)) });
}
