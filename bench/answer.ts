/** The answer of a contestant: sums over all rows of what it computed, so that nothing can be left out. */
export function answer(columns: readonly ArrayLike<number | null | undefined>[]): number {
  let total = 0;
  for (const column of columns) {
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i];
      if (typeof value === "number" && value - value === 0) total += value;
    }
  }
  return total;
}
