import { type Column, DictionaryColumn, NumberColumn } from "../model/table.ts";
import { editedTexts } from "./columns.ts";
import type { SeriesRows } from "./series-of-rows.ts";

/** First and last figure of each series, what lies between them, and the years without one. */
export function seriesChanges(series: SeriesRows, years: Float64Array, values: Float64Array): Record<string, Column> {
  const { count, rows, starts } = series;
  const empty = () => new Float64Array(count).fill(Number.NaN);
  const to = {
    first_year: empty(),
    last_year: empty(),
    first_value: empty(),
    last_value: empty(),
    change: empty(),
    change_percent: empty(),
    annual_percent: empty(),
    last_change: empty(),
    last_change_percent: empty(),
    index: empty(),
    n_used: empty(),
    n_missing: empty(),
  };
  const gaps = new Map<number, string>();
  for (let i = 0; i < count; i += 1) {
    const [start, end] = [starts[i] as number, starts[i + 1] as number];
    const [head, tail] = [rows[start] as number, rows[end - 1] as number];
    const [from, until] = [years[head] as number, years[tail] as number];
    const [first, last] = [values[head] as number, values[tail] as number];
    to.first_year[i] = from;
    to.last_year[i] = until;
    to.first_value[i] = first;
    to.last_value[i] = last;
    to.n_used[i] = end - start;
    const lacking = until - from + 1 === end - start ? [] : yearsWithout(series, i, years);
    to.n_missing[i] = lacking.length;
    if (lacking.length > 0) gaps.set(i, lacking.join(" "));
    if (end - start < 2) continue;
    to.change[i] = last - first;
    if (first > 0) to.change_percent[i] = (last / first - 1) * 100;
    if (first > 0) to.index[i] = (last / first) * 100;
    if (first > 0 && last >= 0 && until > from)
      to.annual_percent[i] = ((last / first) ** (1 / (until - from)) - 1) * 100;
    const before = rows[end - 2] as number;
    if (years[before] !== until - 1) continue;
    to.last_change[i] = last - (values[before] as number);
    if ((values[before] as number) > 0) to.last_change_percent[i] = (last / (values[before] as number) - 1) * 100;
  }
  const columns = Object.entries(to).map(([name, column]) => [name, new NumberColumn(column)]);
  return {
    ...Object.fromEntries(columns),
    gaps: editedTexts(new DictionaryColumn(new Int32Array(count).fill(-1), []), gaps),
  };
}

/** Calendar years between first and last that have no figure. */
function yearsWithout({ rows, starts }: SeriesRows, series: number, years: Float64Array): number[] {
  const lacking: number[] = [];
  for (let k = (starts[series] as number) + 1; k < (starts[series + 1] as number); k += 1) {
    const next = years[rows[k] as number] as number;
    for (let year = (years[rows[k - 1] as number] as number) + 1; year < next; year += 1) lacking.push(year);
  }
  return lacking;
}
