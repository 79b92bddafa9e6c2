import type { ChartWords } from "./chart-wording.ts";
import { chartWordsEn } from "./chart-words-en.ts";
import { chartWordsZhCN } from "./chart-words-zh-cn.ts";
import type { Language } from "./wording.ts";

/** The words of charts, Chinese first; a word without both wordings does not compile. */
export const CHART_WORDS: Record<Language, ChartWords> = { "zh-CN": chartWordsZhCN, en: chartWordsEn };
