import { ComparandaError } from "../model/errors.ts";

/** Beyond this size fourth powers, and sums of them, leave the range of numbers: an answer would be NaN or infinite. */
const LARGEST = 1e75;

/** A finite number that meets the condition and that can be computed with, or `number.invalid`. */
export function requireNumber(verb: string, argument: string, got: number, expected: string, valid: boolean): void {
  const tooLarge = Number.isFinite(got) && Math.abs(got) > LARGEST;
  if (valid && Number.isFinite(got) && !tooLarge) return;
  const asked = valid && tooLarge ? "a number of a size below 1e75" : expected;
  throw new ComparandaError("number.invalid", { verb, argument, got: String(got), expected: asked });
}

/** A confidence level strictly between 0 and 1. */
export function requireConfidence(verb: string, confidence: number, argument = "confidence"): void {
  requireNumber(verb, argument, confidence, "a share between 0 and 1, such as 0.95", confidence > 0 && confidence < 1);
}

/** A count: finite and not negative; weighted counts may be fractional. */
export function requireCount(verb: string, argument: string, got: number): void {
  requireNumber(verb, argument, got, "a number of at least 0", got >= 0);
}

/** Two columns of the same length. */
export function requireSameLength(
  verb: string,
  first: string,
  firstLength: number,
  second: string,
  secondLength: number,
): void {
  if (firstLength !== secondLength) {
    throw new ComparandaError("length.conflicting", { verb, first, firstLength, second, secondLength });
  }
}
