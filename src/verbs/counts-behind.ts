import { type Edges, edgesOf } from "../model/edges.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Qualifier } from "../model/observation.ts";
import type { Panel } from "../model/panel.ts";
import type { Column } from "../model/table.ts";
import { boundsOf } from "./bounds-of.ts";

/** The two counts a rate is made of, read from one source. */
export interface CountsBehind {
  readonly numerator: number;
  readonly denominator: number;
  readonly region: string;
  readonly year: number;
  readonly body: string | null;
  readonly period: string | null;
  readonly source: string | null;
  /** Between which bounds both counts lie, where one of them is not exact. */
  readonly edges: { readonly numerator: Edges; readonly denominator: Edges } | null;
}

type Side = "numerator" | "denominator";

interface Pair {
  readonly row: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly edges: Partial<Record<Side, Edges>>;
  readonly exact: boolean;
}

/**
 * Which rates could be computed: numerator and denominator of an indicator from one source for one region, year, body and
 * period.
 *
 * @param inexact - whether counts with edges (`近1600`) count as well; default false
 * @returns one entry per such pair; empty where the indicator names no counts
 */
export function countsBehind(panel: Panel, indicator: Indicator, inexact = false): CountsBehind[] {
  const { numerator, denominator } = indicator;
  if (numerator === null || denominator === null) return [];
  const table = panel.observations;
  const text = (name: string) => table.column(name) as Column<string | null>;
  const number = (name: string) => table.column(name) as Column<number | null>;
  const [ids, kinds, qualifiers] = [text("indicator"), text("kind"), text("qualifier")];
  const [values, years] = [number("value"), number("year")];
  const [lower, upper] = [number("lower"), number("upper")];
  const parts = ["region", "body", "period", "source"].map(text);
  const pairs = new Map<string, Pair>();
  for (let i = 0; i < ids.length; i += 1) {
    const side = ids.at(i) === numerator ? "numerator" : ids.at(i) === denominator ? "denominator" : null;
    const value = values.at(i);
    const qualifier = qualifiers.at(i) ?? "exact";
    if (side === null || value === null || kinds.at(i) !== "observation") continue;
    if (qualifier !== "exact" && !inexact) continue;
    const key = [years.at(i), ...parts.map((part) => part.at(i) ?? "")].join("|");
    const before = pairs.get(key) ?? { row: i, edges: {}, exact: true };
    const given = { lower: lower.at(i), upper: upper.at(i) };
    const edges = edgesOf(value, qualifier as Qualifier, given, boundsOf("case"));
    const exact = before.exact && qualifier === "exact";
    pairs.set(key, { ...before, [side]: value, edges: { ...before.edges, [side]: edges }, exact });
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
      edges: pair.exact ? null : (pair.edges as Record<Side, Edges>),
    });
  }
  return found;
}
