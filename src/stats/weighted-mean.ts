import { fsum } from "d3-array";
import { ComparandaError } from "../model/errors.ts";
import { answered, type NumberOutcome, noNumber } from "./outcome.ts";
import { isPresent, type Values } from "./present.ts";
import { requireCount, requireNumber, requireSameLength } from "./require.ts";

export interface WeightedMeanOptions {
  /** One per value, on any scale; default equal. */
  readonly weights?: ArrayLike<number>;
  /**
   * `arithmetic` (default) lets a high score make up for a low one, `geometric` and `harmonic` less so; `power` is the
   * family of all of them.
   */
  readonly method?: "arithmetic" | "geometric" | "harmonic" | "power";
  /** Exponent of `power`, not 0. */
  readonly exponent?: number;
}

/**
 * One index out of several scores: their weighted mean.
 *
 * @remarks
 * Unit: the scores' own. Missing: left out, and its weight is shared among the others; no score at all is refused
 * with `few_points`, weights that add up to 0 with `zero_base`. Geometric means, and negative powers, of scores that
 * are not all positive, and harmonic means with a 0 among them, are refused with `not_positive`.
 * Source: Hardy, Littlewood & Pólya (1934), Inequalities, ch. 2. Oracle: test/oracles/aggregation.json.
 *
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`, `argument.missing`
 * @example
 * ```ts @import.meta.vitest
 * expect(weightedMean([10, 20, 60], { weights: [1, 2, 1] }).value).toBe(27.5)
 * expect(weightedMean([10, 0, 60], { method: "geometric" }).reason).toBe("not_positive")
 * ```
 */
export function weightedMean(
  scores: Values,
  { weights, method = "arithmetic", exponent }: WeightedMeanOptions = {},
): NumberOutcome {
  if (weights !== undefined) {
    requireSameLength("weightedMean", "scores", scores.length, "weights", weights.length);
  }
  const terms: { x: number; w: number }[] = [];
  for (let i = 0; i < scores.length; i += 1) {
    const w = weights === undefined ? 1 : (weights[i] as number);
    requireCount("weightedMean", "weights", w);
    const x = scores[i];
    if (!isPresent(x)) continue;
    requireNumber("weightedMean", "scores", x, "finite numbers", true);
    terms.push({ x, w });
  }
  if (terms.length === 0) return noNumber("few_points");
  const total = fsum(terms.map(({ w }) => w));
  if (total === 0) return noNumber("zero_base");
  const power = exponentOf(method, exponent);
  const lowest = terms.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  if ((power === 0 || (method === "power" && power < 0)) && lowest <= 0) return noNumber("not_positive");
  if (method === "harmonic" && terms.some(({ x }) => x === 0)) return noNumber("not_positive");
  if (power === 0) return answered({ value: Math.exp(fsum(terms.map(({ x, w }) => w * Math.log(x))) / total) });
  if (power === 1) return answered({ value: fsum(terms.map(({ x, w }) => w * x)) / total });
  if (power === -1) return finite(total / fsum(terms.map(({ x, w }) => w / x)));
  return finite((fsum(terms.map(({ x, w }) => w * x ** power)) / total) ** (1 / power));
}

function exponentOf(method: NonNullable<WeightedMeanOptions["method"]>, exponent: number | undefined): number {
  if (method !== "power") return { arithmetic: 1, geometric: 0, harmonic: -1 }[method];
  if (exponent === undefined) {
    throw new ComparandaError("argument.missing", {
      verb: "weightedMean",
      argument: "exponent",
      expected: "a number other than 0",
    });
  }
  requireNumber("weightedMean", "exponent", exponent, "a number other than 0 (the limit is geometric)", exponent !== 0);
  return exponent;
}

const finite = (value: number): NumberOutcome =>
  Number.isFinite(value) ? answered({ value }) : noNumber("not_positive");
