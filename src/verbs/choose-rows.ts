import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import { type ColumnTable, numbersOf, tableOf, takeRows } from "../model/table.ts";
import { dictionaryOf, orNull } from "./columns.ts";
import { groupsOf, rowsOfGroup } from "./groups.ts";
import { observedOf, rowsOfIndicator } from "./observed.ts";
import type { ResolvedSelection } from "./selection.ts";

/** Row numbers of the observations, one per region, year and body, and what had to be decided on the way. */
export interface ChosenRows {
  readonly rows: Int32Array;
  /** Codes of findings, by row number. */
  readonly flags: ReadonlyMap<number, string>;
  /** Rows set aside because they count another body. */
  readonly aside: Int32Array;
  /** The body compared; null where there is no figure or every body was asked for. */
  readonly body: string | null;
  readonly findings: () => readonly Finding[];
}

/** Rows of levels (observations and derived values) that a selection asks for, before bodies and sources are settled. */
function matching(table: ColumnTable, asked: ResolvedSelection): Int32Array {
  const { codes: regions, values: codes } = dictionaryOf(table, "region");
  const { codes: kinds, values: words } = dictionaryOf(table, "kind");
  const wanted = asked.regions === null ? null : new Set(asked.regions);
  const regionFits = Uint8Array.from(codes, (code) => Number(wanted?.has(code) ?? true));
  const kindFits = Uint8Array.from(words, (kind) => Number(kind === "observation" || kind === "derived"));
  const year = numbersOf(table, "year");
  const all = rowsOfIndicator(table, asked.indicator.id);
  const fitting = new Int32Array(all.length);
  let length = 0;
  for (let i = 0; i < all.length; i += 1) {
    const row = all[i] as number;
    if (kindFits[kinds[row] as number] !== 1) continue;
    if (wanted !== null && regionFits[regions[row] as number] !== 1) continue;
    if (asked.years !== null && !asked.years.has(year[row] as number)) continue;
    fitting[length] = row;
    length += 1;
  }
  return fitting.subarray(0, length);
}

/** Bodies by number of rows, most first; of equals the one that occurs first. A row without a body counts under "". */
function bodiesOf(table: ColumnTable, rows: Int32Array): string[] {
  const { codes, values } = dictionaryOf(table, "body");
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(codes[row] as number, (counts.get(codes[row] as number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => values[code] ?? "");
}

/** Whole years before parts, observations before derived values, later sources before earlier ones. */
function precedence(panel: Panel, table: ColumnTable): (a: number, b: number) => number {
  const [period, kind, source] = ["period", "kind", "source"].map((name) => dictionaryOf(table, name)) as [
    Texts,
    Texts,
    Texts,
  ];
  const published = (row: number) => panel.sources.get(source.at(row) ?? "")?.published ?? "";
  return (a, b) =>
    Number(period.codes[a] !== -1) - Number(period.codes[b] !== -1) ||
    Number(kind.at(a) === "derived") - Number(kind.at(b) === "derived") ||
    (published(a) < published(b) ? 1 : published(a) > published(b) ? -1 : a - b);
}

type Texts = ReturnType<typeof dictionaryOf>;

/** What has to be said about rows that were taken, given the rows each was taken before. */
function remarking(table: ColumnTable) {
  const texts = (name: string) => dictionaryOf(table, name);
  const [region, indicator, period, source] = ["region", "indicator", "period", "source"].map(texts) as [
    Texts,
    Texts,
    Texts,
    Texts,
  ];
  const [year, value] = [numbersOf(table, "year"), numbersOf(table, "value")];
  const shown = (row: number) => `${orNull(value[row])} (${source.at(row)})`;
  return (taken: number, others: readonly number[]): Finding[] => {
    const place = { region: region.at(taken), indicator: indicator.at(taken), year: year[taken] as number };
    const stated = period.at(taken);
    const found: Finding[] = [];
    if (stated !== null) found.push(finding("warning", "period.partial", { period: stated }, place));
    const rivals = others.filter((row) => period.at(row) === stated && !Object.is(value[row], value[taken]));
    if (rivals.length > 0) {
      const facts = { values: [taken, ...rivals].map(shown), taken: shown(taken) };
      found.push(finding("warning", "source.conflicting", facts, place));
    }
    return found;
  };
}

/**
 * Which figure stands for each region, year and body where several could.
 *
 * @remarks
 * Body: the one asked for, otherwise the one most figures count. Source: a whole year before part of one, an observation
 * before a derived value, then the later published source; differing values are a `source.conflicting` finding.
 */
export function chooseRows(panel: Panel, asked: ResolvedSelection): ChosenRows {
  const table = observedOf(panel);
  const candidates = matching(table, asked);
  const bodies = bodiesOf(table, candidates);
  const body = asked.body === "all" ? null : (asked.body ?? bodies[0] ?? null);
  const { codes, values } = dictionaryOf(table, "body");
  const code = body === null || body === "" ? -1 : values.indexOf(body);
  const isOwn = (row: number) => body === null || codes[row] === code;
  const own = bodies.length > 1 || asked.body !== null ? candidates.filter(isOwn) : candidates;
  const groups = groupsOf(tableOf(takeRows(table, own)), ["region", "year", "body"]);
  const rows = new Int32Array(groups.count);
  const before = precedence(panel, table);
  const remarks = remarking(table);
  const periods = dictionaryOf(table, "period").codes;
  const flags = new Map<number, string>();
  const remarked: [number, readonly number[]][] = [];
  for (let group = 0; group < groups.count; group += 1) {
    const places = rowsOfGroup(groups, group);
    let taken = own[places[0] as number] as number;
    let others: readonly number[] = [];
    if (places.length > 1) {
      [taken, ...others] = Array.from(places, (place) => own[place] as number).sort(before) as [number, ...number[]];
    }
    rows[group] = taken;
    if (others.length === 0 && periods[taken] === -1) continue;
    const found = remarks(taken, others);
    if (found.length > 0) flags.set(taken, found.map((one) => one.code).join(" "));
    remarked.push([taken, others]);
  }
  const mixed = asked.body === null && bodies.length > 1;
  return {
    rows,
    flags,
    aside: own === candidates ? new Int32Array(0) : candidates.filter((row) => !isOwn(row)),
    body: body === "" ? null : body,
    findings: () => [
      ...(mixed
        ? [finding("warning", "body.mixed", { bodies, taken: body ?? "" }, { indicator: asked.indicator.id })]
        : []),
      ...remarked.flatMap(([taken, others]) => remarks(taken, others)),
    ],
  };
}
