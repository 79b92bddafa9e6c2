/** Natural logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  if (x < 12) {
    let product = 1;
    let shifted = x;
    for (; shifted < 12; shifted += 1) product *= shifted;
    return logGamma(shifted) - Math.log(product);
  }
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingError(x);
}

/**
 * ln Γ(x+1) − (x + ½) ln x + x − ½ ln 2π for x > 0: what Stirling's formula misses.
 *
 * Loader (2000), "Fast and accurate computation of binomial probabilities": densities built on it keep full relative
 * precision where ln Γ itself would cancel (150 000 events).
 */
export function stirlingError(x: number): number {
  if (x < 12) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - 0.5 * Math.log(2 * Math.PI);
  const s = 1 / (x * x);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360 - s / 156) * s) * s) * s) * s) * s) / x;
}
