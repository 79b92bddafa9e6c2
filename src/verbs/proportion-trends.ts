import { type Column, type ColumnTable, DictionaryBuilder, NumberColumn } from "../model/table.ts";
import { cochranArmitage } from "../stats/cochran-armitage.ts";
import { recentTrend } from "../stats/recent-trend.ts";
import { constantText, dictionaryOf, hasColumn, numbersOrNone } from "./columns.ts";
import type { SeriesRows } from "./series-of-rows.ts";

/**
 * Tests of the counts behind percentages: the Cochran–Armitage p over all years, and the recent trend of the last five
 * unbroken ones. Series that lack a count in any year have neither.
 */
export function proportionTrends(
  table: ColumnTable,
  series: SeriesRows,
  years: Float64Array,
  refuses: (i: number) => boolean,
): Record<string, Column> {
  const proportion_p = new Float64Array(series.count).fill(Number.NaN);
  const counted = ["numerator", "denominator", "unit"].every((name) => hasColumn(table, name));
  if (!counted) return { proportion_p: new NumberColumn(proportion_p), recent: constantText(null, series.count) };
  const recent = new DictionaryBuilder();
  const units = dictionaryOf(table, "unit");
  const [numerators, denominators] = [numbersOrNone(table, "numerator"), numbersOrNone(table, "denominator")];
  const isProportion = (row: number) => {
    const [events, people] = [numerators[row] as number, denominators[row] as number];
    return units.at(row) === "percent" && people > 0 && events >= 0 && events <= people;
  };
  for (let i = 0; i < series.count; i += 1) {
    const rows = series.rows.subarray(series.starts[i], series.starts[i + 1]);
    if (rows.length < 3 || refuses(i) || !rows.every(isProportion)) {
      recent.push(null);
      continue;
    }
    const taken = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] as number);
    const [at, events, population] = [years, numerators, denominators].map(taken) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    proportion_p[i] = cochranArmitage(events, population, at).p ?? Number.NaN;
    recent.push(recentTrend({ years: at, events, population, method: "proportion" }).trend);
  }
  return { proportion_p: new NumberColumn(proportion_p), recent: recent.finish() };
}
