import { isPresent, type Values } from "./present.ts";
import { requireCount, requireSameLength } from "./require.ts";

/**
 * Copeland scores: against how many other regions does each one win, indicator by indicator?
 *
 * @remarks
 * Unit: wins; a pair gives the weight of the indicators on which the first is higher, ties half. Missing: an indicator
 * that one of the two lacks gives nothing to either, so that the share is of the indicators both have.
 * Source: the outranking matrix of OECD/JRC (2008), as in COINr. Oracle: test/oracles/aggregation.json.
 *
 * @param indicators - one column of scores per indicator, the same regions in each
 * @param weights - one per indicator, on any scale; default equal
 * @returns one score per region, from 0 to the number of other regions
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(copeland([[3, 2, 1], [3, 1, 2]])).toEqual([2, 0.5, 0.5])
 * ```
 */
export function copeland(indicators: readonly Values[], weights?: ArrayLike<number>): number[] {
  const shares = Array.from(weights ?? indicators.map(() => 1));
  requireSameLength("copeland", "indicators", indicators.length, "weights", shares.length);
  for (const weight of shares) requireCount("copeland", "weights", weight);
  const regions = indicators[0]?.length ?? 0;
  for (const column of indicators) requireSameLength("copeland", "first column", regions, "column", column.length);
  const scores: number[] = new Array(regions).fill(0);
  for (let i = 0; i < regions; i += 1) {
    for (let j = i + 1; j < regions; j += 1) {
      const won = shareWon(indicators, shares, i, j);
      scores[i] = (scores[i] as number) + won;
      scores[j] = (scores[j] as number) + 1 - won;
    }
  }
  return scores;
}

function shareWon(indicators: readonly Values[], shares: readonly number[], i: number, j: number): number {
  let won = 0;
  let all = 0;
  indicators.forEach((column, k) => {
    const own = column[i];
    const other = column[j];
    if (!isPresent(own) || !isPresent(other)) return;
    const share = shares[k] as number;
    all += share;
    won += own > other ? share : own === other ? share / 2 : 0;
  });
  return all === 0 ? 0.5 : won / all;
}
