import { olsTrend } from "./ols-trend.ts";
import { answered, type NumberOutcome, noNumber } from "./outcome.ts";
import type { Values } from "./present.ts";
import { seriesOf } from "./series.ts";

/**
 * Change of a whole series in percent of its start, per so many years.
 *
 * @remarks
 * Unit: percent of the starting value per `per` years. Missing: dropped. Two known years are compared directly; from
 * three on the start and the change are those of the least-squares line. Equal values have a change of 0.
 * Refused: fewer than two known years (`few_points`), a start of 0 (`zero_base`).
 * Source: COINr's prc_change. Oracle: test/oracles/yoy_cagr_index.json.
 *
 * @throws {@link ComparandaError} `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(percentChange([2010, 2020], [50, 60], 10).value).toBe(20)
 * ```
 */
export function percentChange(years: Values, values: Values, per = 1): NumberOutcome {
  const series = seriesOf("percentChange", years, values);
  const first = series.values[0];
  const line = olsTrend(series.years, series.values);
  if (first === undefined || line.reason !== null) return noNumber("few_points");
  if (series.values.every((value) => value === first)) return answered({ value: 0 });
  const start = series.values.length < 3 ? first : line.intercept + line.slope * (series.years[0] as number);
  return start === 0 ? noNumber("zero_base") : answered({ value: ((line.slope * per) / start) * 100 });
}
