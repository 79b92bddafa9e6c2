import { answered, type NumberOutcome, noNumber } from "./outcome.ts";
import { presentValues, type Values } from "./present.ts";
import { QUANTILE_TYPES, type QuantileType, quantileSorted } from "./quantile-sorted.ts";
import { requireNumber } from "./require.ts";

/**
 * The value below which a share p of all values lies.
 *
 * @remarks
 * Unit: the values' own. Missing: dropped; no value at all is refused with `few_points`.
 * Source: Hyndman & Fan (1996), Am. Stat. 50:361–365; type 7 is the house's choice. Oracle: test/oracles/percentile.json.
 *
 * @param p - share between 0 and 1
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(quantile([7, 1, 3, 9, 5, 11], 0.25).value).toBe(3.5)
 * expect(quantile([7, 1, 3, 9, 5, 11], 0.25, 6).value).toBe(2.5)
 * ```
 */
export function quantile(values: Values, p: number, type: QuantileType = 7): NumberOutcome {
  requireNumber("quantile", "p", p, "a share between 0 and 1", p >= 0 && p <= 1);
  requireNumber("quantile", "type", type, "a whole number from 1 to 9", type in QUANTILE_TYPES);
  const sorted = Float64Array.from(presentValues("quantile", values)).sort();
  if (sorted.length === 0) return noNumber("few_points");
  return answered({ value: quantileSorted(sorted, p, type) });
}
