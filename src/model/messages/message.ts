import type { Code, Facts } from "../facts.ts";
import { en } from "./en.ts";
import { LANGUAGES, type Language, type Wording } from "./wording.ts";
import { zhCN } from "./zh-cn.ts";

export { LANGUAGES, type Language };

const CATALOGUES: Record<Language, Wording> = { "zh-CN": zhCN, en };

/** The sentence for a code and its facts, in one of the two languages; no full stop, offending values quoted. */
export function message<C extends Code>(code: C, facts: Facts[C], language: Language): string {
  return CATALOGUES[language][code](facts);
}
