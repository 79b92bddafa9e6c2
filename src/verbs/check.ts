import { edgesOf } from "../model/edges.ts";
import { type Finding, finding, type Place } from "../model/finding.ts";
import type { Qualifier } from "../model/observation.ts";
import type { Panel } from "../model/panel.ts";
import { type Column, numbersOf, settled } from "../model/table.ts";
import { agrees } from "../util/agrees.ts";
import { countPairs, PAIRED_BY } from "./count-pairs.ts";
import { observedOf } from "./observed.ts";

export interface CheckOptions {
  /** First and last year a figure may carry; default 1900 to the year of `today`. */
  readonly firstYear?: number;
  readonly lastYear?: number;
  /** The day the check is made; default the machine's date. */
  readonly today?: Date;
}

/** One observation as the checks see it. */
interface Seen {
  readonly region: string;
  readonly year: number;
  readonly indicator: string;
  readonly body: string | null;
  readonly period: string | null;
  readonly kind: string;
  readonly source: string | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly place: Place;
}

const isLevel = (seen: Seen) => seen.kind === "observation" || seen.kind === "derived";

function* observationsOf(panel: Panel): Generator<Seen> {
  const table = settled(panel.observations);
  const names = table.columnNames();
  const columns = names.map((name) => table.column(name) as Column);
  for (let row = 0; row < table.totalRows(); row += 1) {
    const cells = Object.fromEntries(names.map((name, i) => [name, columns[i]?.at(row) ?? null]));
    const { region, indicator, year } = cells;
    const place = {
      region,
      indicator,
      year,
      file: cells.file ?? null,
      row: cells.row ?? row + 1,
      evidence: cells.as_written,
    };
    yield { ...cells, place } as unknown as Seen;
  }
}

/** A printed rate against the counts beside it. */
function checkRate({ value, unit, qualifier, numerator, denominator, place, kind }: Seen): Finding[] {
  if (numerator === null || denominator === null) return [];
  if (unit === "percent" && (denominator <= 0 || numerator > denominator)) {
    return [finding("error", "rate.inverted", { numerator, denominator }, place)];
  }
  if (unit !== "percent" || value === null || qualifier !== "exact" || kind === "change") return [];
  const computed = (numerator / denominator) * 100;
  if (agrees(value, computed)) return [];
  return [finding("error", "rate.contradicted", { printed: value, computed, numerator, denominator }, place)];
}

function checkRange(
  seen: Seen,
  panel: Panel,
  { firstYear = 1900, lastYear, today = new Date() }: CheckOptions,
): Finding[] {
  const { value, unit, year, place, qualifier } = seen;
  const found: Finding[] = [];
  const last = lastYear ?? today.getFullYear();
  if (!(year >= firstYear && year <= last)) {
    found.push(finding("error", "year.outside", { got: year, first: firstYear, last }, place));
  }
  if (value === null || !isLevel(seen)) return found;
  if (unit === "percent" && (value < 0 || value > 100)) {
    found.push(finding("warning", "percent.outside", { got: value }, place));
  }
  const edges = edgesOf(value, qualifier, seen);
  if (value < edges.lower || value > edges.upper) {
    found.push(finding("error", "edge.conflicting", { value, lower: seen.lower, upper: seen.upper }, place));
  }
  const expected = panel.indicators.get(seen.indicator)?.unit ?? unit;
  if (unit !== expected && expected !== "mixed" && expected !== "") {
    found.push(finding("warning", "unit.conflicting", { got: unit, expected }, place));
  }
  return found;
}

/** Rows that say the same thing twice, and sources that say different things about one cell. */
function checkRepeats(panel: Panel, rows: readonly Seen[]): Finding[] {
  const first = new Map<string, Seen>();
  const cells = new Map<string, Seen[]>();
  const found: Finding[] = [];
  for (const seen of rows) {
    const cell = [seen.region, seen.year, seen.period, seen.indicator, seen.body].join("|");
    const key = [cell, seen.kind, seen.source].join("|");
    const before = first.get(key);
    if (before === undefined) first.set(key, seen);
    else if (isLevel(seen)) {
      const facts = { file: seen.place.file ?? "", row: seen.place.row ?? 0, key, first: before.place.row ?? 0 };
      found.push(finding("error", "key.duplicate", facts, seen.place));
    }
    if (seen.value !== null && isLevel(seen)) cells.set(cell, [...(cells.get(cell) ?? []), seen]);
  }
  for (const rivals of cells.values()) {
    const [one] = rivals;
    if (one === undefined || rivals.every((other) => other.value === one.value || other.source === one.source))
      continue;
    const published = (seen: Seen) => panel.sources.get(seen.source ?? "")?.published ?? "";
    const shown = (seen: Seen) => `${seen.value} (${seen.source})`;
    const taken = rivals.reduce((a, b) => (published(b) > published(a) ? b : a));
    const facts = { values: rivals.map(shown), taken: shown(taken) };
    found.push(finding("warning", "source.conflicting", facts, one.place));
  }
  return found;
}

/** Printed rates against counts that stand as figures of their own in the same source. */
function checkCounts(panel: Panel, rows: readonly Seen[]): Finding[] {
  const table = observedOf(panel);
  const values = numbersOf(table, "value");
  const parts = PAIRED_BY.map((name) => table.column(name) as Column);
  const key = (one: Pick<Seen, (typeof PAIRED_BY)[number]>) => PAIRED_BY.map((name) => one[name]).join("|");
  const found: Finding[] = [];
  for (const indicator of panel.indicators.values()) {
    if (indicator.unit !== "percent") continue;
    const pairs = countPairs(table, indicator);
    if (pairs.numerator.length === 0) continue;
    const counts = new Map<string, [number, number]>();
    pairs.numerator.forEach((row, i) => {
      const pair: [number, number] = [values[row] as number, values[pairs.denominator[i] as number] as number];
      counts.set(parts.map((part) => part.at(row)).join("|"), pair);
    });
    for (const seen of rows) {
      const pair = seen.indicator === indicator.id && isLevel(seen) ? counts.get(key(seen)) : undefined;
      if (pair === undefined || seen.value === null || seen.qualifier !== "exact" || seen.numerator !== null) continue;
      const [numerator, denominator] = pair;
      const computed = (numerator / denominator) * 100;
      if (denominator <= 0 || agrees(seen.value, computed)) continue;
      found.push(
        finding("warning", "rate.contradicted", { printed: seen.value, computed, numerator, denominator }, seen.place),
      );
    }
  }
  return found;
}

/**
 * What is wrong with the figures of a panel, before anything is computed from them?
 *
 * @remarks
 * Keys (once each), rates against their counts, percent between 0 and 100, years, edges, units, sources that differ.
 * Nothing is repaired. A rate is an error where it contradicts the counts in its own row, a warning where it contradicts
 * counts printed elsewhere in the same source, which may have another denominator.
 *
 * @param panel - the panel; findings of its loading come first
 * @returns findings in order of severity, then of the data; empty where nothing is wrong
 */
export function check(panel: Panel, options: CheckOptions = {}): Finding[] {
  const rows = [...observationsOf(panel)];
  const found = [
    ...panel.findings,
    ...rows.flatMap((seen) => [...checkRate(seen), ...checkRange(seen, panel, options)]),
    ...checkRepeats(panel, rows),
    ...checkCounts(panel, rows),
  ];
  const weight = { error: 0, warning: 1, note: 2 };
  return found.sort((a, b) => weight[a.severity] - weight[b.severity]);
}
