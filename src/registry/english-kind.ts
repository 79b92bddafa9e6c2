const KINDS: readonly [RegExp, readonly string[]][] = [
  [/\s(?:(?:zhuang|hui|u[iy]g[hu]*u?r)\s)?autonomous region$|\s(?:province|municipality)$/i, ["province"]],
  [/\s(?:\S+\s)*autonomous prefecture$|\sprefecture$|\sleague$/i, ["prefecture"]],
  [/\s(?:\S+\s)*autonomous county$|\s(?:county|district|banner)$/i, ["county"]],
  [/\s(?:prefecture-level )?city$/i, ["province", "prefecture", "county"]],
];

/**
 * A romanised Chinese name and the levels that the English word for its kind allows: Hebei Province, Yanjin County.
 *
 * @returns null where the name ends in no such word
 * @example
 * ```ts @import.meta.vitest
 * expect(englishKind("Hebei Province")).toEqual({ name: "Hebei", levels: ["province"] });
 * expect(englishKind("Xinjiang Uygur Autonomous Region")).toEqual({ name: "Xinjiang", levels: ["province"] });
 * expect(englishKind("Hebei")).toBe(null);
 * ```
 */
export function englishKind(written: string): { readonly name: string; readonly levels: readonly string[] } | null {
  for (const [pattern, levels] of KINDS) {
    const name = written.replace(pattern, "").trim();
    if (name !== written.trim() && name !== "") return { name, levels };
  }
  return null;
}
