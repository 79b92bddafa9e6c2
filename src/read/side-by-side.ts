import type { ColumnFacts } from "./column-facts.ts";
import { isFigures } from "./column-facts.ts";

/**
 * Does the table print the same headings several times across, each run of columns a table of its own?
 *
 * @remarks A run must hold a column of texts that are not figures: years of figures side by side are one wide table.
 *
 * @returns the columns of each run; one run where nothing repeats
 */
export function sideBySide(columns: readonly ColumnFacts[]): readonly (readonly ColumnFacts[])[] {
  const used = [...columns];
  while (used.length > 0 && isVoid(used[used.length - 1] as ColumnFacts)) used.pop();
  for (let size = 2; size <= used.length / 2; size += 1) {
    // The last run may lack the empty column that parts the others.
    const runs = Math.ceil(used.length / size);
    if (used.length % size !== 0 && used.length % size !== size - 1) continue;
    const repeats = used.every((facts, at) => at < size || facts.last === (used[at - size] as ColumnFacts).last);
    const first = used.slice(0, size);
    const labelled = first.some((facts) => facts.last !== "" && facts.filled > 0 && !isFigures(facts));
    const figured = first.some((facts) => facts.last !== "" && isFigures(facts));
    if (repeats && labelled && figured)
      return Array.from({ length: runs }, (_, run) =>
        used.slice(run * size, (run + 1) * size).filter((facts) => !isVoid(facts)),
      );
  }
  return partedByBlank(used) ?? [columns];
}

/** Tables of different headings with an empty column between them, each beginning with its own places. */
function partedByBlank(columns: readonly ColumnFacts[]): readonly (readonly ColumnFacts[])[] | null {
  const runs: ColumnFacts[][] = [[]];
  for (const facts of columns)
    if (isVoid(facts)) runs.push([]);
    else runs[runs.length - 1]?.push(facts);
  const tables = runs.filter((run) => run.length > 0);
  const whole = tables.every(
    ([first, ...rest]) => first?.named === "region" && !isFigures(first) && rest.some(isFigures),
  );
  return tables.length > 1 && whole ? tables : null;
}

const isVoid = (facts: ColumnFacts) => facts.filled === 0 && facts.last === "";
