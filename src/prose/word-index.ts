/** Entries as a tree of letters laid flat: the branches of a node stand side by side, node after node. */
export interface WordIndex<T> {
  /** For every UTF-16 unit the node it leads to at the beginning, 0 for none: most letters of a text begin no entry. */
  readonly roots: Uint32Array;
  /** By node: the unit that leads to it. */
  readonly units: Uint16Array;
  /** By node: its first branch; its last one stands before the first of the next node. */
  readonly branches: Uint32Array;
  /** By node: the entry that ends there. */
  readonly entries: readonly (T | null)[];
}

interface Node<T> {
  readonly unit: number;
  readonly branches: Map<number, Node<T>>;
  entry: T | null;
}

const nodeOf = <T>(unit: number): Node<T> => ({ unit, branches: new Map(), entry: null });

/** An index of these entries, to find the longest that stands at a place. */
export function wordIndex<T extends { readonly text: string }>(entries: Iterable<T>): WordIndex<T> {
  const nodes = [treeOf(entries)];
  const first: number[] = [];
  // The list grows while it is walked: every node after the one it branches from.
  for (const { branches } of nodes) {
    first.push(nodes.length);
    nodes.push(...branches.values());
  }
  const roots = new Uint32Array(65536);
  nodes.slice(1, first[1]).forEach(({ unit }, i) => {
    roots[unit] = i + 1;
  });
  return {
    roots,
    units: Uint16Array.from(nodes, ({ unit }) => unit),
    branches: Uint32Array.from([...first, nodes.length]),
    entries: nodes.map(({ entry }) => entry),
  };
}

function treeOf<T extends { readonly text: string }>(entries: Iterable<T>): Node<T> {
  const root = nodeOf<T>(0);
  for (const entry of entries) {
    let node = root;
    for (let i = 0; i < entry.text.length; i += 1) {
      const unit = entry.text.charCodeAt(i);
      const next = node.branches.get(unit) ?? nodeOf<T>(unit);
      node.branches.set(unit, next);
      node = next;
    }
    node.entry = entry;
  }
  return root;
}

/** The longest entry of the index that stands at `at`. */
export function longestAt<T>({ roots, units, branches, entries }: WordIndex<T>, text: string, at: number): T | null {
  let found: T | null = null;
  let node = at < text.length ? (roots[text.charCodeAt(at)] as number) : 0;
  for (let to = at + 1; node !== 0; to += 1) {
    found = entries[node] ?? found;
    const unit = to < text.length ? text.charCodeAt(to) : 0;
    const end = branches[node + 1] as number;
    let branch = branches[node] as number;
    while (branch < end && units[branch] !== unit) branch += 1;
    node = branch < end ? branch : 0;
  }
  return found;
}
