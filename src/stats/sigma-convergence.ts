import { fsum } from "d3-array";
import { ComparandaError } from "../model/errors.ts";
import { type OlsTrend, olsTrend } from "./ols-trend.ts";
import { answered, type Outcome, refused } from "./outcome.ts";
import { isPresent, type Values } from "./present.ts";
import { requireSameLength } from "./require.ts";

export interface SigmaConvergenceOptions {
  /** Divisor n (`population`, default) or n − 1 (`sample`). */
  readonly sd?: "population" | "sample";
}

export interface SigmaConvergence {
  /** Standard deviation of the logs, one per year. */
  readonly sdLog: readonly number[];
  /** Standard deviation over mean, one per year. */
  readonly cv: readonly number[];
  /** Least-squares change per year of both; falling: regions draw together. */
  readonly trendSdLog: Outcome<OlsTrend>;
  readonly trendCv: Outcome<OlsTrend>;
  readonly n: number;
  readonly missing: number;
}

const KEYS = ["sdLog", "cv", "trendSdLog", "trendCv", "n", "missing"] as const;

/**
 * Sigma convergence: do regions lie closer together from year to year?
 *
 * @remarks
 * Unit: none. Missing: a region that lacks a year is left out of all years, so that the same regions are compared.
 * Refused: a value of 0 or below (`not_positive`), fewer than two regions (`few_points`).
 * Source: Barro & Sala-i-Martin (1992), J. Polit. Econ. 100:223–251. Oracle: test/oracles/convergence.json.
 *
 * @param columns - one column of values per year, the same regions in each
 * @throws {@link ComparandaError} `length.conflicting`, `argument.invalid`
 * @example
 * ```ts @import.meta.vitest
 * const { cv } = sigmaConvergence([2000, 2001], [[10, 20, 30, 55], [12, 20, 29, 54]])
 * expect(cv?.[1]).toBeCloseTo(0.5485, 4)
 * ```
 */
export function sigmaConvergence(
  years: readonly number[],
  columns: readonly Values[],
  { sd = "population" }: SigmaConvergenceOptions = {},
): Outcome<SigmaConvergence> {
  requireSameLength("sigmaConvergence", "years", years.length, "columns", columns.length);
  const regions = columns[0]?.length;
  if (regions === undefined) {
    throw new ComparandaError("argument.invalid", {
      verb: "sigmaConvergence",
      argument: "columns",
      got: "none",
      expected: "one column per year",
      suggestion: null,
    });
  }
  for (const column of columns) {
    requireSameLength("sigmaConvergence", "first column", regions, "column", column.length);
  }
  const rows = Array.from({ length: regions }, (_, row) => row).filter((row) =>
    columns.every((column) => isPresent(column[row])),
  );
  const complete = columns.map((column) => rows.map((row) => column[row] as number));
  if (rows.length < 2) return refused("few_points", KEYS);
  if (complete.some((column) => column.some((value) => value <= 0))) return refused("not_positive", KEYS);
  const divisor = sd === "population" ? rows.length : rows.length - 1;
  const sdLog = complete.map((column) => spread(column.map(Math.log), divisor));
  const cv = complete.map((column) => spread(column, divisor) / (fsum(column) / column.length));
  return answered<SigmaConvergence>({
    sdLog,
    cv,
    trendSdLog: olsTrend(years, sdLog),
    trendCv: olsTrend(years, cv),
    n: rows.length,
    missing: regions - rows.length,
  });
}

function spread(values: readonly number[], divisor: number): number {
  const mean = fsum(values) / values.length;
  return Math.sqrt(fsum(values.map((value) => (value - mean) ** 2)) / divisor);
}
