import { type Finding, finding } from "../model/finding.ts";
import { type Column, type ColumnTable, DictionaryColumn } from "../model/table.ts";
import { numberColumns, numbersOrNone } from "./columns.ts";
import { groupsOf } from "./groups.ts";
import { splitChange } from "./split-change.ts";
import type { YearPairs } from "./year-pairs.ts";

const COLUMNS = [
  "from_numerator",
  "to_numerator",
  "from_denominator",
  "to_denominator",
  "volume_effect",
  "mix_effect",
  "rate_effect",
  "mix_contribution",
  "rate_contribution",
  "n_used",
  "n_missing",
] as const;
type Parts = Readonly<Record<(typeof COLUMNS)[number], Float64Array>>;

/** Volume, mix and rate of each pair that has its counts, group by group. */
export function decomposeChanges(
  table: ColumnTable,
  pairs: YearPairs,
  refused: (i: number) => boolean,
  names: readonly string[],
  per: number,
) {
  const of = groupsOf(table, names).of;
  const findings: Finding[] = [];
  const parts = Object.fromEntries(
    COLUMNS.map((name) => [name, new Float64Array(pairs.count).fill(Number.NaN)]),
  ) as Parts;
  const method = new Int32Array(pairs.count).fill(-1);
  const counts = [numbersOrNone(table, "numerator"), numbersOrNone(table, "denominator")] as const;
  const basis = table.column("basis");
  const members = new Map<number, number[]>();
  for (let i = 0; i < pairs.count; i += 1) {
    const group = of[pairs.head[i] as number] as number;
    const own = members.get(group);
    if (own === undefined) members.set(group, [i]);
    else own.push(i);
  }
  for (const own of members.values()) {
    const known = own.filter((i) => !refused(i) && counts.every((column) => counted(column, pairs, i)));
    for (const i of own) {
      parts.n_used[i] = known.length;
      parts.n_missing[i] = own.length - known.length;
    }
    if (!fillGroup(parts, known, counts, pairs)) continue;
    if (own.length > known.length)
      findings.push(finding("note", "counts.missing", { regions: own.length - known.length }));
    for (const i of known) {
      const scale = basis?.at(pairs.from[i] as number) != null ? per : 100;
      parts.mix_contribution[i] = (parts.mix_contribution[i] as number) * scale;
      parts.rate_contribution[i] = (parts.rate_contribution[i] as number) * scale;
      method[i] = 0;
    }
  }
  const columns: Record<string, Column> = {
    ...numberColumns(parts),
    method: new DictionaryColumn(method, ["shapley and kitagawa"]),
  };
  return { columns, findings };
}

/** Whether a count is there in both years. */
function counted(column: Float64Array, { from, to }: YearPairs, i: number): boolean {
  return (column[from[i] as number] as number) >= 0 && (column[to[i] as number] as number) >= 0;
}

/** Writes counts and effects of the regions of a group; false where there is nothing to split. */
function fillGroup(
  parts: Parts,
  known: readonly number[],
  [numerators, denominators]: readonly [Float64Array, Float64Array],
  { from, to }: YearPairs,
): boolean {
  const taken = (column: Float64Array) =>
    [from, to].map((rows) => Float64Array.from(known, (i) => column[rows[i] as number] as number)) as [
      Float64Array,
      Float64Array,
    ];
  const [numerator, denominator] = [taken(numerators), taken(denominators)];
  if (!denominator.every((year) => year.some((count) => count > 0))) return false;
  const split = splitChange({ numerator, denominator });
  known.forEach((i, at) => {
    parts.from_numerator[i] = numerator[0][at] as number;
    parts.to_numerator[i] = numerator[1][at] as number;
    parts.from_denominator[i] = denominator[0][at] as number;
    parts.to_denominator[i] = denominator[1][at] as number;
    parts.volume_effect[i] = split.volume[at] as number;
    parts.mix_effect[i] = split.mix[at] as number;
    parts.rate_effect[i] = split.rate[at] as number;
    parts.mix_contribution[i] = split.mixShare[at] as number;
    parts.rate_contribution[i] = split.rateShare[at] as number;
  });
  return true;
}
