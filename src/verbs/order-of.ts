/** Sizes up to this are counted through an array even for few rows. */
const SMALL = 1 << 16;

/**
 * The order in which rows come by their keys; equals stay in their order.
 *
 * @param keys - whole numbers from 0 to `size` − 1
 */
export function orderOf(keys: Float64Array, size: number): Int32Array {
  if (size > Math.max(SMALL, 16 * keys.length)) {
    return Int32Array.from(keys.keys()).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
  }
  const next = new Int32Array(size + 1);
  for (const key of keys) next[key + 1] = (next[key + 1] as number) + 1;
  for (let key = 0; key < size; key += 1) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const order = new Int32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] as number;
    order[next[key] as number] = row;
    next[key] = (next[key] as number) + 1;
  }
  return order;
}
