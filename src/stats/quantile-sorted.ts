/**
 * The nine definitions of Hyndman & Fan, with the (a, b) of those that interpolate between plotting positions
 * (k − a) / (n + 1 − a − b).
 */
export const QUANTILE_TYPES = {
  1: null,
  2: null,
  3: null,
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
} as const;
export type QuantileType = keyof typeof QUANTILE_TYPES;

/** As `quantile`, of numbers that are sorted and present. */
export function quantileSorted(sorted: Float64Array, p: number, type: QuantileType): number {
  const n = sorted.length;
  const at = (place: number) => sorted[Math.min(Math.max(place, 1), n) - 1] as number;
  const offsets = QUANTILE_TYPES[type];
  const [place, share] = offsets === null ? stepped(n, p, type as 1 | 2 | 3) : interpolated(n, p, offsets);
  const below = at(place);
  // Equal neighbours, and infinite ones, must not pass through the difference.
  if (share === 0 || below === at(place + 1)) return below;
  return share === 1 ? at(place + 1) : (1 - share) * below + share * at(place + 1);
}

/** Places a whole number by rounding alone must not jump to the next value. */
const ROUNDING = 4 * Number.EPSILON;

function stepped(n: number, p: number, type: 1 | 2 | 3): [number, number] {
  const position = type === 3 ? n * p - 0.5 : n * p;
  const place = Math.floor(position + ROUNDING);
  const beyond = position > place + ROUNDING;
  if (type === 3) return [place, beyond || Math.abs(place % 2) === 1 ? 1 : 0];
  return [place, beyond ? 1 : type === 1 ? 0 : 0.5];
}

function interpolated(n: number, p: number, [a, b]: readonly [number, number]): [number, number] {
  const position = a + p * (n + 1 - a - b);
  const place = Math.floor(position + ROUNDING);
  const share = position - place;
  return [place, Math.abs(share) < ROUNDING ? 0 : share];
}
