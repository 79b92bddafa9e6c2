/** Where to look: `start` lies between the two ends. */
export interface Bracket {
  readonly lower: number;
  readonly upper: number;
  readonly start: number;
}

/**
 * The x at which a monotone tail has this probability: Newton's step from logarithm to logarithm, since a tail is nearly
 * a power of x (small shapes, heavy tails), halving the bracket where a step leaves it. An end at infinity is approached
 * by doubling.
 */
export function bisected(
  target: number,
  tailAt: (x: number) => number,
  slopeAt: (x: number) => number,
  bracket: Bracket,
): number {
  const rising = slopeAt(bracket.start) > 0;
  let { lower, upper, start: x } = bracket;
  for (let step = 0; step < 200; step += 1) {
    const tail = tailAt(x);
    if (tail === target) return x;
    if (tail < target === rising) lower = x;
    else upper = x;
    const moved = x * Math.exp(-(Math.log(tail / target) * tail) / (slopeAt(x) * x));
    const middle = upper === Number.POSITIVE_INFINITY ? lower * 2 + 1 : lower === 0 ? upper / 8 : (lower + upper) / 2;
    const next = moved > lower && moved < upper ? moved : middle;
    if (Math.abs(next - x) <= Math.abs(x) * 1e-15 || next === lower || next === upper) return next;
    x = next;
  }
  return x;
}
