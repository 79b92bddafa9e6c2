import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import type { Cell, Column } from "../model/table.ts";
import type { ResolvedSelection } from "./selection.ts";

/** Row numbers of the observation table, one per region, year and body, and what had to be decided on the way. */
export interface ChosenRows {
  readonly rows: readonly number[];
  /** Codes of findings, by row number. */
  readonly flags: ReadonlyMap<number, readonly string[]>;
  /** `region year` of figures set aside because they count another body. */
  readonly otherBodies: ReadonlySet<string>;
  /** The body compared; null where there is no figure or every body was asked for. */
  readonly body: string | null;
  readonly findings: readonly Finding[];
}

interface Columns {
  readonly text: Readonly<
    Record<"indicator" | "region" | "body" | "period" | "kind" | "source", Column<string | null>>
  >;
  readonly number: Readonly<Record<"year" | "value", Column<number | null>>>;
}

function columnsOf(panel: Panel): Columns {
  const column = <T extends Cell>(name: string) => panel.observations.column(name) as Column<T>;
  const names = ["indicator", "region", "body", "period", "kind", "source"] as const;
  return {
    text: Object.fromEntries(names.map((name) => [name, column(name)])) as Columns["text"],
    number: { year: column("year"), value: column("value") },
  };
}

/** Rows of levels (observations and derived values) that a selection asks for, before bodies and sources are settled. */
function matching({ text, number }: Columns, asked: ResolvedSelection): number[] {
  const { indicator, region, kind } = text;
  const regions = asked.regions === null ? null : new Set(asked.regions);
  const rows: number[] = [];
  for (let i = 0; i < indicator.length; i += 1) {
    if (indicator.at(i) !== asked.indicator.id) continue;
    if (asked.years !== null && !asked.years.has(number.year.at(i) ?? Number.NaN)) continue;
    if (regions !== null && !regions.has(region.at(i) ?? "")) continue;
    if (kind.at(i) === "observation" || kind.at(i) === "derived") rows.push(i);
  }
  return rows;
}

/** Bodies by number of rows, most first; of equals the one that occurs first. A row without a body counts under "". */
function bodiesOf({ text }: Columns, rows: readonly number[]): string[] {
  const counts = new Map<string, number>();
  for (const i of rows) counts.set(text.body.at(i) ?? "", (counts.get(text.body.at(i) ?? "") ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([body]) => body);
}

/** Whole years before parts, observations before derived values, later sources before earlier ones. */
function precedence(panel: Panel, { text }: Columns): (a: number, b: number) => number {
  const published = (i: number) => panel.sources.get(text.source.at(i) ?? "")?.published ?? "";
  return (a, b) =>
    Number(text.period.at(a) !== null) - Number(text.period.at(b) !== null) ||
    Number(text.kind.at(a) === "derived") - Number(text.kind.at(b) === "derived") ||
    (published(a) < published(b) ? 1 : published(a) > published(b) ? -1 : a - b);
}

/** What has to be said about a row that was taken, given the rows it was taken before. */
function remarks({ text, number }: Columns, taken: number, others: readonly number[]): Finding[] {
  const place = { region: text.region.at(taken), indicator: text.indicator.at(taken), year: number.year.at(taken) };
  const period = text.period.at(taken);
  const rivals = others.filter((i) => text.period.at(i) === period && number.value.at(i) !== number.value.at(taken));
  const shown = (i: number) => `${number.value.at(i)} (${text.source.at(i)})`;
  const found: Finding[] = [];
  if (period !== null) found.push(finding("warning", "period.partial", { period }, place));
  if (rivals.length > 0) {
    const facts = { values: [taken, ...rivals].map(shown), taken: shown(taken) };
    found.push(finding("warning", "source.conflicting", facts, place));
  }
  return found;
}

/**
 * Which figure stands for each region, year and body where several could.
 *
 * @remarks
 * Body: the one asked for, otherwise the one most figures count. Source: a whole year before part of one, an observation
 * before a derived value, then the later published source; differing values are a `source.conflicting` finding.
 */
export function chooseRows(panel: Panel, asked: ResolvedSelection): ChosenRows {
  const columns = columnsOf(panel);
  const { text, number } = columns;
  const candidates = matching(columns, asked);
  const bodies = bodiesOf(columns, candidates);
  const body = asked.body === "all" ? null : (asked.body ?? bodies[0] ?? null);
  const findings: Finding[] = [];
  if (asked.body === null && bodies.length > 1) {
    const facts = { bodies: bodies.map((name) => name || "?"), taken: body || "?" };
    findings.push(finding("warning", "body.mixed", facts, { indicator: asked.indicator.id }));
  }
  const groups = new Map<string, number[]>();
  const otherBodies = new Set<string>();
  for (const i of candidates) {
    const own = text.body.at(i) ?? "";
    const cell = `${text.region.at(i)} ${number.year.at(i)}`;
    if (body !== null && own !== body) otherBodies.add(cell);
    else {
      const group = groups.get(`${cell} ${own}`);
      if (group === undefined) groups.set(`${cell} ${own}`, [i]);
      else group.push(i);
    }
  }
  const rows: number[] = [];
  const flags = new Map<number, string[]>();
  for (const group of groups.values()) {
    const [taken, ...others] = group.sort(precedence(panel, columns)) as [number, ...number[]];
    const found = remarks(columns, taken, others);
    rows.push(taken);
    findings.push(...found);
    if (found.length > 0)
      flags.set(
        taken,
        found.map((one) => one.code),
      );
  }
  return { rows, flags, otherBodies, body: body === "" ? null : body, findings };
}
