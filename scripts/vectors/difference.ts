import type { Json } from "./case.ts";

/** One key that is not as expected. */
export interface Difference {
  readonly key: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Bounds that may lie anywhere up to the second key. */
const RANGES: Readonly<Record<string, readonly [string, 1 | -1]>> = {
  lower: ["lower_max", 1],
  upper: ["upper_min", -1],
};

/** The keys of `expected` that `got` does not meet, by the conventions of the reference files. */
export function differences(expected: Json, got: Json, tolerance: number): Difference[] {
  const found: Difference[] = [];
  const ends = new Set(Object.values(RANGES).map(([end]) => end));
  for (const [key, wanted] of Object.entries(expected)) {
    if (key === "error" || ends.has(key)) continue;
    if (key.startsWith("not_")) {
      const own = namesake(key.slice(4), got);
      const answer = own === null ? undefined : got[own];
      if (answer === undefined || sameValue(wanted, answer, tolerance))
        found.push({ key, expected: wanted, got: answer });
      continue;
    }
    const range = RANGES[key];
    const end = range === undefined ? undefined : expected[range[0]];
    const met =
      range !== undefined && Array.isArray(end)
        ? within(wanted, end, got[key], range[1])
        : sameValue(wanted, got[key], tolerance);
    if (!met) found.push({ key, expected: end === undefined ? wanted : [wanted, end], got: got[key] });
  }
  return found;
}

/** `not_speed_reat` is a wrong `speed`: the longest of our keys that the name starts with. */
function namesake(name: string, got: Json): string | null {
  const names = Object.keys(got).filter((key) => name === key || name.startsWith(`${key}_`));
  return names.sort((a, b) => b.length - a.length)[0] ?? null;
}

const isMissing = (value: unknown) => value === null || (typeof value === "number" && !Number.isFinite(value));

function sameValue(expected: unknown, got: unknown, tolerance: number): boolean {
  if (isMissing(expected)) return isMissing(got);
  if (typeof expected === "number") {
    return typeof got === "number" && Math.abs(got - expected) <= 1e-12 + tolerance * Math.abs(expected);
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return false;
    return expected.every((each, i) => sameValue(each, got[i], tolerance));
  }
  if (typeof expected === "object") {
    if (typeof got !== "object" || got === null) return false;
    return Object.entries(expected as Json).every(([key, each]) => sameValue(each, (got as Json)[key], tolerance));
  }
  return expected === got;
}

function within(from: unknown, to: unknown, got: unknown, side: 1 | -1): boolean {
  if (!Array.isArray(from) || !Array.isArray(to) || !Array.isArray(got) || got.length !== from.length) return false;
  return from.every((start, i) =>
    isMissing(start) ? isMissing(got[i]) : side * start <= side * got[i] && side * got[i] <= side * to[i],
  );
}
