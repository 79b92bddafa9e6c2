import { type Column, DictionaryColumn, NumberColumn } from "../model/table.ts";
import { mannKendall } from "../stats/mann-kendall.ts";
import { olsTrend } from "../stats/ols-trend.ts";
import { theilSen } from "../stats/theil-sen.ts";
import { numberColumns } from "./columns.ts";
import { type EstimateColumns, emptyEstimates, SeriesEstimates } from "./series-estimates.ts";
import type { SeriesRows } from "./series-of-rows.ts";

/** Slopes and tests of each series of three points or more that is not refused. */
export function estimateSeries(
  series: SeriesRows,
  years: Float64Array,
  values: Float64Array,
  confidence: number,
  refuses: (i: number) => boolean,
): EstimateColumns {
  const estimates = emptyEstimates(series.count);
  const kernel = new SeriesEstimates(confidence, estimates);
  const [x, y] = [new Float64Array(series.longest), new Float64Array(series.longest)];
  for (let i = 0; i < series.count; i += 1) {
    const [start, end] = [series.starts[i] as number, series.starts[i + 1] as number];
    if (end - start < 3 || refuses(i)) continue;
    let rising = true;
    for (let k = start; k < end; k += 1) {
      const row = series.rows[k] as number;
      x[k - start] = years[row] as number;
      y[k - start] = values[row] as number;
      if (k > start && x[k - start] === x[k - start - 1]) rising = false;
    }
    if (rising) kernel.add(i, x, y, end - start);
    else estimateTiedYears(i, x.slice(0, end - start), y.slice(0, end - start), confidence, estimates);
  }
  return estimates;
}

/** A series with several figures in one year, as the statistics take it. */
function estimateTiedYears(
  i: number,
  years: Float64Array,
  values: Float64Array,
  confidence: number,
  to: EstimateColumns,
): void {
  const sen = theilSen(years, values, { confidence });
  const kendall = mannKendall(years, values);
  const ols = olsTrend(years, values, { confidence });
  to.slope[i] = sen.slope ?? Number.NaN;
  to.slope_lower[i] = sen.lower ?? Number.NaN;
  to.slope_upper[i] = sen.upper ?? Number.NaN;
  to.p[i] = kendall.p ?? Number.NaN;
  to.exact[i] = Number(kendall.method === "exact");
  to.ols_slope[i] = ols.slope ?? Number.NaN;
  to.ols_lower[i] = ols.lower ?? Number.NaN;
  to.ols_upper[i] = ols.upper ?? Number.NaN;
}

/** Estimates as columns, with the method of each. */
export function estimateColumns(
  { exact, ...numbers }: EstimateColumns,
  length: number,
  confidence: number,
): Record<string, Column> {
  const methods = new Int32Array(length).fill(-1);
  const slopes = new Int32Array(length).fill(-1);
  for (let i = 0; i < length; i += 1) {
    if (!Number.isNaN(numbers.p[i])) methods[i] = 1 - (exact[i] as number);
    if (!Number.isNaN(numbers.slope[i])) slopes[i] = 0;
  }
  return {
    ...numberColumns(numbers),
    slope_level: new NumberColumn(numbers.slope.map((slope) => (Number.isNaN(slope) ? slope : confidence))),
    slope_method: new DictionaryColumn(slopes, ["theil-sen"]),
    p_method: new DictionaryColumn(methods, ["mann-kendall exact", "mann-kendall normal"]),
  };
}
