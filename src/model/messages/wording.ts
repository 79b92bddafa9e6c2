import type { Code, Facts } from "../facts.ts";

export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The wording of every code; a code without both wordings does not compile. */
export type Wording = { readonly [C in Code]: (facts: Facts[C]) => string };
