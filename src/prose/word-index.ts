interface Row<T> {
  alone: T | null;
  /** By the second UTF-16 unit, longest first. */
  readonly longer: Map<number, T[]>;
}

/** Entries by their first UTF-16 unit. */
export interface WordIndex<T> {
  /** For every unit the place of its row, 0 for none: most letters of a text begin no entry. */
  readonly places: Uint16Array;
  readonly rows: readonly Row<T>[];
  /** One for every pair of units that may begin an entry; a pair without a mark begins none. */
  readonly pairs: Uint8Array;
}

const PAIRS = 1 << 16;
const pairOf = (first: number, second: number): number => (Math.imul(first, 31) ^ second) & (PAIRS - 1);

/** An index of these entries: by first and second unit, longest first. */
export function wordIndex<T extends { readonly text: string }>(entries: readonly T[]): WordIndex<T> {
  const places = new Uint16Array(65536);
  const pairs = new Uint8Array(PAIRS);
  const rows: Row<T>[] = [{ alone: null, longer: new Map() }];
  for (const entry of entries) {
    const first = entry.text.charCodeAt(0);
    if (places[first] === 0) {
      places[first] = rows.length;
      rows.push({ alone: null, longer: new Map() });
    }
    const row = rows[places[first] as number] as Row<T>;
    if (entry.text.length === 1) row.alone = entry;
    else {
      const second = entry.text.charCodeAt(1);
      pairs[pairOf(first, second)] = 1;
      row.longer.set(second, [...(row.longer.get(second) ?? []), entry]);
    }
  }
  for (const row of rows) {
    for (const list of row.longer.values()) list.sort((a, b) => b.text.length - a.text.length);
  }
  return { places, rows, pairs };
}

/** The longest entry of the index that stands at `at`. */
export function longestAt<T extends { readonly text: string }>(
  { places, rows, pairs }: WordIndex<T>,
  text: string,
  at: number,
): T | null {
  const first = text.charCodeAt(at);
  const place = places[first];
  if (!place) return null;
  const row = rows[place] as Row<T>;
  const second = text.charCodeAt(at + 1);
  if (pairs[pairOf(first, second)] === 1) {
    const longer = row.longer.get(second);
    if (longer !== undefined) for (const entry of longer) if (text.startsWith(entry.text, at)) return entry;
  }
  return row.alone;
}
