import type { Code, Facts } from "../facts.ts";
import { en } from "./en.ts";
import { zhCN } from "./zh-cn.ts";

export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The wording of every code; a code without both wordings does not compile. */
export type Wording = { readonly [C in Code]: (facts: Facts[C]) => string };

const CATALOGUES: Record<Language, Wording> = { "zh-CN": zhCN, en };

/** The sentence for a code and its facts, in one of the two languages; no full stop, offending values quoted. */
export function message<C extends Code>(code: C, facts: Facts[C], language: Language): string {
  return CATALOGUES[language][code](facts);
}
