/**
 * Where do labels stand so that none covers another, each as near to its place as can be?
 *
 * @remarks
 * Unit: pixels. Neighbours that are too close form a block around the mean of their places; blocks that meet join. Kept:
 * the order of the places, that of the input among equal ones.
 *
 * @param places - wanted middles
 * @param spacing - least distance of two middles
 * @param from - no middle before this
 * @param to - no middle after this, unless all do not fit between
 * @returns middles in the order of the input
 * @example
 * ```ts @import.meta.vitest
 * expect(dodge([10, 10, 50], 14, 0, 100)).toEqual([3, 17, 50])
 * ```
 */
export function dodge(places: readonly number[], spacing: number, from: number, to: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
  interface Block {
    members: number[];
    sum: number;
    start: number;
  }
  const start = (sum: number, count: number) => {
    const length = (count - 1) * spacing;
    return Math.max(from, Math.min(sum / count - length / 2, to - length));
  };
  const blocks: Block[] = [];
  for (const index of order) {
    let block: Block = { members: [index], sum: places[index] as number, start: start(places[index] as number, 1) };
    for (let before = blocks.at(-1); before !== undefined; before = blocks.at(-1)) {
      if (before.start + before.members.length * spacing <= block.start) break;
      blocks.pop();
      const members = [...before.members, ...block.members];
      const sum = before.sum + block.sum;
      block = { members, sum, start: start(sum, members.length) };
    }
    blocks.push(block);
  }
  const middles = places.slice();
  for (const block of blocks) {
    block.members.forEach((index, i) => {
      middles[index] = block.start + i * spacing;
    });
  }
  return middles;
}
