import { type Finding, finding } from "../model/finding.ts";
import type { Cell, ColumnTable } from "../model/table.ts";
import { numbersOrNone } from "./columns.ts";
import { groupsOf } from "./groups.ts";
import { splitChange } from "./split-change.ts";

/** Rows of a region in the two years; −1 where it has no figure. */
export interface YearPair {
  readonly head: number;
  readonly from: number;
  readonly to: number;
  /** Whether the change is refused, for a series break. */
  readonly refused: boolean;
}

/** Volume, mix and rate of each pair that has its counts, group by group. */
export function decomposeChanges(
  table: ColumnTable,
  pairs: readonly YearPair[],
  names: readonly string[],
  per: number,
) {
  const [numerators, denominators] = [numbersOrNone(table, "numerator"), numbersOrNone(table, "denominator")];
  const groups = groupsOf(table, names);
  const findings: Finding[] = [];
  const result: Record<string, Cell>[] = pairs.map(() => ({}));
  const members = new Map<number, number[]>();
  pairs.forEach((pair, i) => {
    const group = groups.of[pair.head] as number;
    members.set(group, [...(members.get(group) ?? []), i]);
  });
  for (const own of members.values()) {
    const counts = own.map((i) => countsOf(pairs[i] as YearPair, numerators, denominators));
    const known = own.filter((_, at) => counts[at] !== null);
    const regions = counts.filter((one) => one !== null);
    const missing = own.length - known.length;
    for (const i of own) result[i] = { n_used: known.length, n_missing: missing };
    const totals = [0, 1].map((year) =>
      regions.reduce((sum, { denominator }) => sum + (denominator[year] as number), 0),
    );
    if (regions.length === 0 || totals.includes(0)) continue;
    if (missing > 0) findings.push(finding("note", "counts.missing", { regions: missing }));
    splitChange(regions).forEach((part, at) => {
      const pair = pairs[known[at] as number] as YearPair;
      const scale = table.columnNames().includes("basis") && table.get("basis", pair.from) != null ? per : 100;
      const { numerator, denominator } = regions[at] as (typeof regions)[number];
      result[known[at] as number] = {
        ...result[known[at] as number],
        from_numerator: numerator[0],
        to_numerator: numerator[1],
        from_denominator: denominator[0],
        to_denominator: denominator[1],
        volume_effect: part.volume,
        mix_effect: part.mix,
        rate_effect: part.rate,
        mix_contribution: part.mixShare * scale,
        rate_contribution: part.rateShare * scale,
        method: "shapley and kitagawa",
      };
    });
  }
  return { rows: result, findings };
}

function countsOf({ from, to, refused }: YearPair, numerators: Float64Array, denominators: Float64Array) {
  if (refused || from === -1 || to === -1) return null;
  const numerator = [numerators[from], numerators[to]] as [number, number];
  const denominator = [denominators[from], denominators[to]] as [number, number];
  return [...numerator, ...denominator].every((one) => one >= 0) ? { numerator, denominator } : null;
}
