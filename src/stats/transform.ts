import { max, min } from "d3-array";
import { isPresent, presentValues, type Values } from "./present.ts";
import { requireNumber } from "./require.ts";
import { skewness } from "./skewness.ts";

/** How a long tail is drawn in. Each starts from the lowest value, so zeros and negative values do no harm. */
export type Transformation =
  /** ln(x − min + a), a being 1 % of the range. */
  | { readonly method: "log" }
  /** As `log`; mirrored where the long tail is the low one. */
  | { readonly method: "log_either_side" }
  /** ln(x − min + 1). */
  | { readonly method: "log_plus_one" }
  /** ln((max − 1)(x − min)/(max − min) + 1). Reverses the order where max is below 1. */
  | { readonly method: "log_scaled" }
  /** (x^λ − 1)/λ of x − min + 1, or of x itself where `shifted` is false; λ = 0 is the logarithm. */
  | { readonly method: "box_cox"; readonly lambda: number; readonly shifted?: boolean };

/**
 * Draws in the long tail of a skewed indicator.
 *
 * @remarks
 * Unit: none afterwards. Missing: stays null. Where a transformation has no answer (all values equal, a root of a
 * negative number) the value is null.
 * Source: OECD/JRC (2008), as in COINr (log_CT, log_CT_plus, log_CT_orig, log_GII, boxcox). Oracle:
 * test/oracles/treat.json.
 *
 * @returns as many values as given, in their order
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(transform([1, 2, null], { method: "log_plus_one" })).toEqual([0, Math.LN2, null])
 * ```
 */
export function transform(values: Values, by: Transformation): (number | null)[] {
  const present = presentValues("transform", values);
  if (present.length === 0) return new Array(values.length).fill(null);
  const formula = formulaOf(present, min(present) as number, max(present) as number, by);
  return Array.from(values as ArrayLike<number | null>, (value) => {
    if (!isPresent(value)) return null;
    const result = formula(value);
    return Number.isFinite(result) ? result : null;
  });
}

function formulaOf(present: readonly number[], lowest: number, highest: number, by: Transformation) {
  const margin = 0.01 * (highest - lowest);
  const log = (value: number) => Math.log(value - lowest + margin);
  switch (by.method) {
    case "log":
      return log;
    case "log_either_side": {
      const skew = skewness(present).value;
      return skew !== null && skew > 0 ? log : (value: number) => -Math.log(highest + margin - value);
    }
    case "log_plus_one":
      return (value: number) => Math.log(value - lowest + 1);
    case "log_scaled":
      return (value: number) => Math.log(((highest - 1) * (value - lowest)) / (highest - lowest) + 1);
    case "box_cox": {
      const { lambda, shifted = true } = by;
      requireNumber("transform", "lambda", lambda, "a finite number", true);
      const start = shifted ? lowest - 1 : 0;
      if (lambda === 0) return (value: number) => Math.log(value - start);
      return (value: number) => ((value - start) ** lambda - 1) / lambda;
    }
  }
}
