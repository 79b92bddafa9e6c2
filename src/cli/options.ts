import { ComparandaError } from "../model/errors.ts";

/** A calendar year from the command line. */
export function yearFrom(verb: string, text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  const facts = { verb, argument: "--year", got: text, expected: "a calendar year such as 2023", suggestion: null };
  throw new ComparandaError("argument.invalid", facts);
}

/** People a figure is stated for: `population` is 100 000, otherwise a number. */
export function perFrom(verb: string, text: string): number {
  if (text === "population") return 100_000;
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  const facts = { verb, argument: "--per", got: text, expected: "population or a number above 0" };
  throw new ComparandaError("argument.invalid", { ...facts, suggestion: "population" });
}
