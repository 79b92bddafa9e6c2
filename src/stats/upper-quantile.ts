import { quickselect } from "d3-array";

/** One draw in so many is searched first, to learn below which number none of the others needs to be. */
const SAMPLED = 32;

/**
 * Quantile (type 7) of a maximum over draws of which only upper bounds are known at first.
 *
 * @param bounds - upper bound per draw; lowered where a better one gets known
 * @param largest - the maximum of one draw; where it is below `least`, any upper bound below `least` will do
 */
export function upperQuantile(
  bounds: Float64Array,
  largest: (draw: number, least: number) => number,
  share: number,
): number {
  const position = (bounds.length - 1) * share;
  const needed = bounds.length - Math.floor(position);
  const found = new Float64Array(bounds.length);
  for (let least = probablyBelow(bounds, largest, share); ; least = Number.NEGATIVE_INFINITY) {
    let count = 0;
    for (let draw = 0; draw < bounds.length; draw += 1) {
      if ((bounds[draw] as number) < least) continue;
      const maximum = largest(draw, least);
      bounds[draw] = maximum;
      if (maximum < least) continue;
      found[count] = maximum;
      count += 1;
    }
    if (count < needed) continue;
    const known = found.subarray(0, count);
    const lower = selected(known, count - needed);
    if (needed === 1) return lower;
    let upper = Number.POSITIVE_INFINITY;
    for (let at = count - needed + 1; at < count; at += 1) upper = Math.min(upper, known[at] as number);
    return lower + (upper - lower) * (position - Math.floor(position));
  }
}

/** A number the quantile very probably is not below, from the draws of a sample; where it is, the search starts again. */
function probablyBelow(bounds: Float64Array, largest: (draw: number, least: number) => number, share: number): number {
  const sample = new Float64Array(Math.ceil(bounds.length / SAMPLED));
  const lower = share - 3 * Math.sqrt((share * (1 - share)) / sample.length);
  if (lower <= 0) return Number.NEGATIVE_INFINITY;
  for (let at = 0; at < sample.length; at += 1) {
    bounds[at * SAMPLED] = sample[at] = largest(at * SAMPLED, Number.NEGATIVE_INFINITY);
  }
  return selected(sample, Math.floor(lower * (sample.length - 1)));
}

/** The number at a place of the ascending order; those behind it are then no smaller. */
function selected(numbers: Float64Array, place: number): number {
  quickselect(numbers, place);
  return numbers[place] as number;
}
