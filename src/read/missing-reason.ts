import type { MissingReason } from "../model/observation.ts";

/** Signs that stand where a figure is missing. A sign whose meaning varies claims no more than "not reported". */
const SIGNS: Readonly<Record<string, MissingReason>> = {
  "": "not_reported",
  "-": "not_reported",
  "--": "not_reported",
  "---": "not_reported",
  "—": "not_reported",
  "——": "not_reported",
  "–": "not_reported",
  "−": "not_reported",
  "..": "not_reported",
  "...": "not_reported",
  "…": "not_reported",
  "……": "not_reported",
  ".": "not_reported",
  ":": "not_reported",
  "/": "not_reported",
  "\\": "not_reported",
  na: "not_reported",
  "n/a": "not_reported",
  "n.a.": "not_reported",
  "n.a": "not_reported",
  "#n/a": "not_reported",
  nan: "not_reported",
  null: "not_reported",
  none: "not_reported",
  nil: "not_reported",
  无: "not_reported",
  无数据: "not_reported",
  未报告: "not_reported",
  未公布: "not_reported",
  暂无: "not_reported",
  "not available": "not_reported",
  "no data": "not_reported",
  missing: "not_reported",
  不适用: "not_applicable",
  "not applicable": "not_applicable",
  ": z": "not_applicable",
  ":z": "not_applicable",
  ": c": "suppressed",
  ":c": "suppressed",
  "(s)": "suppressed",
  "(d)": "suppressed",
  suppressed: "suppressed",
  confidential: "suppressed",
  "*": "suppressed",
  "**": "suppressed",
  "***": "suppressed",
  "[c]": "suppressed",
  "(c)": "suppressed",
  "[x]": "not_reported",
  "[z]": "not_applicable",
  "(x)": "not_applicable",
  "(na)": "not_reported",
  "<na>": "not_reported",
  "n.d.": "not_reported",
  "n/d": "not_reported",
  "s/d": "not_reported",
  "n.p.": "not_reported",
  缺: "not_reported",
  缺失: "not_reported",
  不详: "not_reported",
  未统计: "not_reported",
  保密: "redacted",
  涉密: "redacted",
  不公开: "redacted",
  redacted: "redacted",
};

/**
 * Why a column of figures holds one or two letters instead, x, c, np: statistical offices print them where they publish none.
 *
 * @remarks Only c, s and d are the same everywhere, for suppressed; of the others no more is claimed than "not reported".
 *
 * @returns null for any other text
 */
export function letterReason(cell: string): MissingReason | null {
  const letters = cell
    .normalize("NFKC")
    .trim()
    .match(/^[[(]?([A-Za-z]{1,2})[\])]?$/)?.[1];
  if (letters === undefined) return null;
  return /^[csd]$/i.test(letters) ? "suppressed" : "not_reported";
}

/**
 * Why a cell holds no figure: its reason, with the flags beside the sign (`: c`, `: u`); null where it holds something.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(missingReason("…")?.reason).toBe("not_reported");
 * expect(missingReason(": c")).toEqual({ reason: "suppressed", flags: ["c"] });
 * expect(missingReason("0")).toBe(null);
 * ```
 */
export function missingReason(cell: string): { reason: MissingReason; flags: readonly string[] } | null {
  const text = cell
    .normalize("NFKC")
    .replace(/[\s\u0000]+/g, " ")
    .trim()
    .toLowerCase();
  const flagged = text.match(/^:\s?([a-z]{1,3})$/);
  const flags = flagged ? [flagged[1] as string] : [];
  const reason = SIGNS[text] ?? SIGNS[text.replace(/^:\s?[a-z]{1,3}$/, ":")];
  return reason === undefined || !Object.hasOwn(SIGNS, flagged && SIGNS[text] === undefined ? ":" : text)
    ? null
    : { reason, flags };
}
