import { logGammaNextToOne, stirlingError } from "./log-gamma.ts";

/** x ln(x / m) + m − x without cancellation near x = m; `difference` is x − m where the caller knows it better. */
export function deviance(x: number, m: number, difference: number = x - m): number {
  if (Math.abs(difference) > 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let k = 3; ; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    // NaN, from numbers whose sum overflows, ends it too.
    if (next === sum || Number.isNaN(next)) return sum;
    sum = next;
  }
}

/** m^x e^−m / Γ(x+1), for real x > 0. */
export function poissonMass(x: number, m: number): number {
  // Tiny shapes: the terms of the saddle point are large and cancel.
  if (x < 0.5) return Math.exp(x * Math.log(m) - m - logGammaNextToOne(x));
  return Math.exp(-stirlingError(x) - deviance(x, m)) / Math.sqrt(2 * Math.PI * x);
}
