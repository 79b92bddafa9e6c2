interface Row<T> {
  alone: T | null;
  /** By the second UTF-16 unit, longest first. */
  readonly longer: Map<number, T[]>;
}

/** Entries by their first UTF-16 unit. */
export type WordIndex<T> = readonly (Row<T> | undefined)[];

/** An index of these entries: by first and second unit, longest first. */
export function wordIndex<T extends { readonly text: string }>(entries: readonly T[]): WordIndex<T> {
  const index: Row<T>[] = [];
  for (const entry of entries) {
    const first = entry.text.charCodeAt(0);
    const row = index[first] ?? { alone: null, longer: new Map() };
    index[first] = row;
    if (entry.text.length === 1) row.alone = entry;
    else {
      const second = entry.text.charCodeAt(1);
      row.longer.set(second, [...(row.longer.get(second) ?? []), entry]);
    }
  }
  for (const row of index) {
    for (const list of row?.longer.values() ?? []) list.sort((a, b) => b.text.length - a.text.length);
  }
  return index;
}

/** The longest entry of the index that stands at `at`. */
export function longestAt<T extends { readonly text: string }>(
  index: WordIndex<T>,
  text: string,
  at: number,
): T | null {
  const row = index[text.charCodeAt(at)];
  if (row === undefined) return null;
  const longer = row.longer.get(text.charCodeAt(at + 1));
  if (longer !== undefined) for (const entry of longer) if (text.startsWith(entry.text, at)) return entry;
  return row.alone;
}
