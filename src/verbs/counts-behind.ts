import type { Indicator } from "../model/indicator.ts";
import type { Panel } from "../model/panel.ts";
import type { Column } from "../model/table.ts";

/** The two counts a rate is made of, read from one source. */
export interface CountsBehind {
  readonly numerator: number;
  readonly denominator: number;
  readonly region: string;
  readonly year: number;
  readonly body: string | null;
  readonly period: string | null;
  readonly source: string | null;
}

/**
 * Which rates could be computed: numerator and denominator of an indicator, both exact, from one source for one region,
 * year, body and period.
 *
 * @returns one entry per such pair; empty where the indicator names no counts
 */
export function countsBehind(panel: Panel, indicator: Indicator): CountsBehind[] {
  const { numerator, denominator } = indicator;
  if (numerator === null || denominator === null) return [];
  const table = panel.observations;
  const text = (name: string) => table.column(name) as Column<string | null>;
  const number = (name: string) => table.column(name) as Column<number | null>;
  const [ids, kinds, qualifiers] = [text("indicator"), text("kind"), text("qualifier")];
  const [values, years] = [number("value"), number("year")];
  const parts = ["region", "body", "period", "source"].map(text);
  const pairs = new Map<string, { row: number; numerator?: number; denominator?: number }>();
  for (let i = 0; i < ids.length; i += 1) {
    const side = ids.at(i) === numerator ? "numerator" : ids.at(i) === denominator ? "denominator" : null;
    const value = values.at(i);
    if (side === null || value === null || qualifiers.at(i) !== "exact" || kinds.at(i) !== "observation") continue;
    const key = [years.at(i), ...parts.map((part) => part.at(i) ?? "")].join("|");
    pairs.set(key, { row: i, ...pairs.get(key), [side]: value });
  }
  const found: CountsBehind[] = [];
  for (const pair of pairs.values()) {
    if (pair.numerator === undefined || pair.denominator === undefined) continue;
    const [region, body, period, source] = parts.map((part) => part.at(pair.row));
    const year = years.at(pair.row) as number;
    const counts = { numerator: pair.numerator, denominator: pair.denominator };
    found.push({
      ...counts,
      year,
      region: region as string,
      body: body ?? null,
      period: period ?? null,
      source: source ?? null,
    });
  }
  return found;
}
