import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import type { ChartRow } from "./chart-row.ts";
import type { LegendItem } from "./spec.ts";

/**
 * The key to dots, intervals and open spans: only what the rows have, nothing where all are plain dots.
 *
 * @param vertical - intervals stand upright, as in a chart over years, where an open span is but a hollow dot
 */
export function legendOf(rows: readonly ChartRow[], language: Language, vertical = false): LegendItem[] {
  const words = CHART_WORDS[language];
  const known = rows.filter((row) => row.value !== null);
  const open = known.some((row) => row.qualifier !== "exact");
  const intervals = known.filter((row) => row.qualifier === "exact" && row.intervalLower !== null);
  if (!open && intervals.length === 0) return [];
  const items: LegendItem[] = [{ label: words.exactDot, tone: "plain", symbol: "dot" }];
  if (intervals.length > 0) {
    const methods = [...new Set(intervals.map((row) => row.intervalMethod).filter((method) => method !== null))];
    const names = methods.map((method) => words.methods[method] ?? method);
    items.push({
      label: words.interval(names.length === 0 ? null : words.list(names)),
      tone: "plain",
      symbol: "interval",
    });
  }
  if (open) items.push({ label: words.inexactDot, tone: "plain", symbol: vertical ? "open-dot" : "open-interval" });
  return items;
}
