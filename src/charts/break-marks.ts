import * as z from "zod";
import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import { words } from "./row-marks.ts";
import type { Mark, Scale } from "./spec.ts";

/** A year from which figures are counted differently; of all rows, or of one indicator. */
export const Break = z.object({
  indicator: z.string().nullable().optional(),
  year: z.int(),
  reason_zh: z.string(),
  reason_en: z.string(),
});

export type Break = z.output<typeof Break>;

/** What a break says, in words. */
export function breakWords(one: Break, language: Language): string {
  return CHART_WORDS[language].breakAt(one.year, language === "en" ? one.reason_en : one.reason_zh);
}

/** Dashed rules half a year before the first year counted anew, each reason on a line of its own above the panel. */
export function breakMarks(breaks: readonly Break[], x: Scale, language: Language): Mark[] {
  const [from, to] = x.domain as readonly [number, number];
  const rows = breaks.map((one) => {
    const reason = breakWords(one, language);
    return {
      key: `break ${one.year}`,
      tone: "benchmark" as const,
      evidence: reason,
      x: one.year - 0.5,
      y: null,
      dashed: true,
    };
  });
  const texts = rows.map((row, i) => {
    const late = row.x - from > (to - from) / 2;
    const place = {
      x: row.x,
      dx: 0,
      dy: -12 - 17 * (rows.length - 1 - i),
      anchor: late ? "end" : "start",
    } as const;
    return words(row.evidence, row.key, { ...place, tone: "benchmark" });
  });
  return rows.length === 0
    ? []
    : [
        { kind: "rule", rows },
        { kind: "text", rows: texts },
      ];
}
