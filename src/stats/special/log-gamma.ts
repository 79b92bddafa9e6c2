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

/** ζ(k) − 1 for k = 2, 3, … */
const ZETA_ABOVE_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.004077356197944339, 0.0020083928260822144, 0.0009945751278180853, 0.0004941886041194646,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.5282259408651872e-5,
  7.63719763789976e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727961e-7, 4.769329867878065e-7,
  2.38450502727733e-7, 1.1921992596531107e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365042e-8,
];
const EULER = 0.5772156649015329;

/** ln Γ(1 + a) for |a| up to ½, relative to a: `logGamma` is right only relative to 1. Abramowitz & Stegun 6.1.33. */
export function logGammaNextToOne(a: number): number {
  let power = -a;
  let sum = 0;
  ZETA_ABOVE_ONE.forEach((zeta, i) => {
    power *= -a;
    sum += (zeta * power) / (i + 2);
  });
  return a * (1 - EULER) - Math.log1p(a) + sum;
}
