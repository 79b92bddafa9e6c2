import { ComparandaError } from "../model/errors.ts";

/** A finite number that meets the condition, or `number.invalid`. */
export function requireNumber(verb: string, argument: string, got: number, expected: string, valid: boolean): void {
  if (!valid || !Number.isFinite(got)) {
    throw new ComparandaError("number.invalid", { verb, argument, got: String(got), expected });
  }
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
