import { gammaLower, gammaUpper } from "./gamma.ts";

/** Probability that a standard normal value lies below x; 1e-12 relative in both tails. */
export function normalLower(x: number): number {
  return normalUpper(-x);
}

/** Probability that a standard normal value lies above x: half an incomplete gamma function of x²/2 (DLMF 7.11.2). */
export function normalUpper(x: number): number {
  return x > 0 ? gammaUpper(0.5, (x * x) / 2) / 2 : 0.5 + gammaLower(0.5, (x * x) / 2) / 2;
}
