import { type DictionaryColumn, numbersOf } from "../src/model/table.ts";
import type { MadeRows } from "./made-rows.ts";

/**
 * The floor: the same work on bare typed arrays by somebody who knows that indicators, regions and years are small integers,
 * with no table, no option, no check. What it takes is what any design on top of it can be measured against.
 */
export function compareFloor({ table, regions }: MadeRows): Float64Array[] {
  const { codes: indicator } = table.column("indicator") as unknown as DictionaryColumn;
  const { codes: region } = table.column("region") as unknown as DictionaryColumn;
  const [year, events, cases] = ["year", "numerator", "denominator"].map((name) => numbersOf(table, name)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const length = year.length;
  const [first, years] = [2000, 20];
  const people = new Float64Array(regions.size * years);
  [...regions.values()].forEach(({ population }, i) => {
    for (const one of population) people[i * years + one.year - first] = one.value;
  });
  const [rate, perHead, z, range, percentile, rank] = Array.from({ length: 6 }, () => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const groups = 20 * years;
  const starts = new Int32Array(groups + 1);
  for (let i = 0; i < length; i += 1) {
    const at = (year[i] as number) - first;
    rate[i] = ((events[i] as number) / (cases[i] as number)) * 100;
    perHead[i] = ((events[i] as number) / (people[(region[i] as number) * years + at] as number)) * 100_000;
    const group = (indicator[i] as number) * years + at + 1;
    starts[group] = (starts[group] as number) + 1;
  }
  for (let g = 0; g < groups; g += 1) starts[g + 1] = (starts[g + 1] as number) + (starts[g] as number);
  const next = starts.slice();
  const rows = new Int32Array(length);
  for (let i = 0; i < length; i += 1) {
    const group = (indicator[i] as number) * years + (year[i] as number) - first;
    const at = next[group] as number;
    rows[at] = i;
    next[group] = at + 1;
  }
  const sorted = new Float64Array(length);
  for (let g = 0; g < groups; g += 1) {
    scoreGroup(rows.subarray(starts[g], starts[g + 1]), sorted, { rate, z, range, percentile, rank });
  }
  return [rate, perHead, z, range, percentile, rank];
}

interface Columns {
  readonly rate: Float64Array;
  readonly z: Float64Array;
  readonly range: Float64Array;
  readonly percentile: Float64Array;
  readonly rank: Float64Array;
}

function scoreGroup(rows: Int32Array, sorted: Float64Array, { rate, z, range, percentile, rank }: Columns): void {
  let n = 0;
  let sum = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const value = rate[rows[i] as number] as number;
    if (Number.isNaN(value)) continue;
    sorted[n] = value;
    sum += value;
    n += 1;
  }
  const own = sorted.subarray(0, n).sort();
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i += 1) squares += ((own[i] as number) - mean) ** 2;
  const sd = Math.sqrt(squares / (n - 1));
  const [lowest, highest] = [own[0] as number, own[n - 1] as number];
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const value = rate[row] as number;
    if (Number.isNaN(value)) {
      z[row] = range[row] = percentile[row] = rank[row] = Number.NaN;
      continue;
    }
    z[row] = (value - mean) / sd;
    range[row] = ((value - lowest) / (highest - lowest)) * 100;
    const below = lowerBound(own, value, n);
    percentile[row] = below / (n - 1);
    let above = below;
    while (above < n && own[above] === value) above += 1;
    rank[row] = n - above + 1;
  }
}

function lowerBound(sorted: Float64Array, value: number, n: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
