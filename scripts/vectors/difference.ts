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
      const returned = namesakes(key.slice(4), got).find((name) => sameValue(wanted, got[name], tolerance));
      if (returned !== undefined) found.push({ key, expected: wanted, got: got[returned] });
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

/**
 * `not_speed_reat` is a wrong `speed`: the longest of our keys that the name starts or ends with. A name of no key is
 * held against all of them, for the wrong value must not come back under any.
 */
function namesakes(name: string, got: Json): string[] {
  const keys = Object.keys(got);
  const alike = keys.filter((key) => name === key || name.startsWith(`${key}_`) || name.endsWith(`_${key}`));
  const longest = alike.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? keys : [longest];
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
