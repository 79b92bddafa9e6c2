import { ComparandaError } from "../model/errors.ts";

/** What the figures say of a claim such as 前三. */
export type ClaimVerdict = "supported" | "not supported" | "cannot tell";

export interface RankClaim {
  /** The region that claims. */
  readonly region: string;
  /** The place claimed: 1 for 第一, 3 for 前三. */
  readonly place: number;
  /** All regions compared, the claiming one among them. */
  readonly among: readonly string[];
  readonly better: "higher" | "lower";
}

/**
 * Do these figures bear out that a region is first, or among the first few?
 *
 * @remarks
 * Regions without a figure could stand anywhere: where they could overturn the claim, the answer is that one cannot tell.
 * Ties count for the claim.
 *
 * @param values - value by region code; a region without a figure is absent
 * @throws {@link ComparandaError} `argument.invalid`
 * @example
 * ```ts @import.meta.vitest
 * const claim = { region: "a", place: 1, among: ["a", "b", "c"], better: "higher" } as const
 * expect(auditClaim(new Map([["a", 9], ["b", 5], ["c", 1]]), claim)).toBe("supported")
 * expect(auditClaim(new Map([["a", 5], ["b", 9]]), claim)).toBe("not supported")
 * expect(auditClaim(new Map([["a", 9], ["b", 5]]), claim)).toBe("cannot tell")
 * ```
 */
export function auditClaim(values: ReadonlyMap<string, number>, claim: RankClaim): ClaimVerdict {
  const { region, place, among, better } = claim;
  if (!Number.isInteger(place) || place < 1 || !among.includes(region)) {
    const got = `place ${place}, region "${region}"`;
    const expected = "a place from 1 and a region that is among those compared";
    throw new ComparandaError("argument.invalid", {
      verb: "auditClaim",
      argument: "claim",
      got,
      expected,
      suggestion: null,
    });
  }
  const own = values.get(region);
  if (own === undefined) return "cannot tell";
  const others = among.filter((other) => other !== region);
  const known = others.flatMap((other) => values.get(other) ?? []);
  const ahead = known.filter((value) => (better === "higher" ? value > own : value < own)).length;
  if (ahead >= place) return "not supported";
  return ahead + (others.length - known.length) < place ? "supported" : "cannot tell";
}
