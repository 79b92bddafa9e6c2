import type { Json } from "./case.ts";

/** A number times the multiplier of the case; missing stays missing. */
export const times = (value: number | null, multiplier: number) => (value === null ? null : value * multiplier);

/** Confidence levels of a case: one, or several in a list; the reference package takes 95 for 0.95. */
export function levels(args: Json): number[] {
  const given: number[] = [args.confidence ?? 0.95].flat();
  return given.map((level) => (level >= 90 ? level / 100 : level));
}

/**
 * The edges of an interval under the names of the files: `lower` and `upper` for the first level, and `lower95`,
 * `upper99_8` and the like for each.
 */
export function edges(
  args: Json,
  at: (confidence: number) => { readonly lower: unknown; readonly upper: unknown },
): Json {
  const all = levels(args);
  const named = all.map((confidence) => {
    const { lower, upper } = at(confidence);
    const name = String(Number((confidence * 100).toFixed(6))).replace(".", "_");
    return { [`lower${name}`]: lower, [`upper${name}`]: upper };
  });
  const first = at(all[0] as number);
  return Object.assign({ lower: first.lower, upper: first.upper }, ...named);
}

/** Applies a function to one count and population, or to each of a list of them. */
export function eachOf<T>(x: unknown, n: unknown, f: (x: number | null, n: number | null) => T): T | T[] {
  if (!Array.isArray(x)) return f(x as number | null, (n ?? null) as number | null);
  const sizes = Array.isArray(n) ? n : x.map(() => n);
  return x.map((each, i) => f(each ?? null, (sizes[i] ?? null) as number | null));
}
