const HAN = /\p{Script=Han}/u;
const KIND_EN = /(?:autonomous)?(?:prefecture|province|municipality|county|district|city|banner|league)$/;

/**
 * What two spellings of one place name have in common: no spaces, marks, case or full width.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(nameKey("北 京")).toBe("北京");
 * expect(nameKey("Côte d’Ivoire")).toBe(nameKey("Cote d'Ivoire"));
 * ```
 */
export function nameKey(name: string): string {
  const folded = name.normalize("NFKC").toLowerCase();
  if (HAN.test(folded)) return folded.replace(/[\s·•.。,,、'"“”]/gu, "");
  return folded
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/^the\s+/, "")
    .replaceAll("&", "and")
    .replace(/[^\p{Letter}\p{Number}]/gu, "");
}

/** The key of a romanised Chinese name without its kind: `Yanjin County` and `yanjinxian` give `yanjin`. */
export function pinyinKey(key: string): readonly string[] {
  const bare = key.replace(KIND_EN, "");
  return [...new Set([key, bare, key.replace(/(?:xian|qu|shi|sheng|qi|zhou|meng|zizhixian|zizhizhou|zizhiqu)$/, "")])];
}
