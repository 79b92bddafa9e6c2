import { edgesOf } from "../model/edges.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Qualifier } from "../model/observation.ts";
import type { Panel } from "../model/panel.ts";
import { type Cell, type Row, rowsOf, settled } from "../model/table.ts";
import { decimalsOf } from "../util/agrees.ts";
import { chooseRows } from "./choose-rows.ts";
import { appendRows, orNull } from "./columns.ts";

/** Units of a difference between two percentages. */
const POINTS: readonly Cell[] = ["point", "percentage_point"];

interface Resolved {
  /** Whether it has to wait for the figure of its parent. */
  readonly waits: boolean;
  readonly rows: Record<string, Cell>[];
  readonly found: Finding[];
}

/**
 * What level follows from a figure that is stated only as a distance from its parent ("1.2 points below the province")?
 *
 * @remarks
 * Unit: percent. A statement is an observation of kind `benchmark` in points. Where the parent has a figure of the same
 * indicator, year and body, the level is that figure plus the difference, rounded to the digits of the two (`kind` derived,
 * finding `relative.resolved`); edges of either become edges of the level; a parent that is itself stated so is resolved first. Missing: where the parent's figure is not there,
 * or the level would lie outside 0 to 100, the region has a null with the reason `relative_only`. A region with a figure of
 * its own keeps it, and nothing is added. Source: that of the statement; `note` names the figure it was added to.
 *
 * @returns a panel with those observations behind its own and the findings behind its own; nothing is added twice
 */
export function resolveRelative(panel: Panel): Panel {
  let current: Panel = { ...panel, observations: settled(panel.observations) };
  let pending = rowsOf(current.observations).filter(
    (row) => row.kind === "benchmark" && POINTS.includes(row.unit ?? null) && row.value !== null,
  );
  for (;;) {
    const all = rowsOf(current.observations);
    const results = pending.map((row) => resolved(current, all, row));
    const known = results.filter(({ waits }) => !waits);
    // A parent may itself be stated by its distance from its own parent: what waits is tried again once more is known.
    const done = known.every(({ rows }) => rows.length === 0) ? results : known;
    const rows = done.flatMap((result) => result.rows);
    const findings = [...current.findings, ...done.flatMap((result) => result.found)];
    const observations = rows.length === 0 ? current.observations : appendRows(current.observations, rows);
    current = { ...current, observations, findings };
    if (done === results) return current;
    pending = pending.filter((_, i) => results[i]?.waits);
    if (pending.length === 0) return current;
  }
}

function figureOf(panel: Panel, all: readonly Row[], region: string, statement: Row): Row | null {
  const indicator = panel.indicators.get(statement.indicator as string);
  if (indicator === undefined) return null;
  const years = new Set([statement.year as number]);
  const body = statement.body as string | null;
  const { rows } = chooseRows(panel, { indicator, years, regions: [region], body: body ?? "all" });
  const found = Array.from(rows, (row) => all[row] as Row).filter(
    (row) => row.body === body && row.period === statement.period,
  );
  return found[0] ?? null;
}

function resolved(panel: Panel, all: readonly Row[], statement: Row): Resolved {
  const code = statement.region as string;
  const own = figureOf(panel, all, code, statement);
  const parent = panel.regions.get(code)?.parent ?? null;
  if (own !== null && (own.value !== null || own.missing === "relative_only"))
    return { waits: false, rows: [], found: [] };
  const figure = parent === null ? null : figureOf(panel, all, parent, statement);
  const place = { region: code, indicator: statement.indicator as string, year: statement.year as number };
  const difference = statement.value as number;
  const name = panel.regions.get(parent ?? "")?.name ?? parent ?? "?";
  const base = {
    ...statement,
    numerator: null,
    denominator: null,
    unit: panel.indicators.get(place.indicator)?.unit ?? "percent",
  };
  const level = figure === null || typeof figure.value !== "number" ? null : sum(figure, statement);
  if (level === null || figure === null || level.value < 0 || level.value > 100) {
    const found: Finding[] = [finding("warning", "relative.unresolved", { difference, parent: name }, place)];
    if (level !== null) found.push(finding("error", "percent.outside", { got: level.value }, place));
    const empty = { value: null, lower: null, upper: null, qualifier: "exact", kind: "observation" };
    return { waits: level === null, rows: [{ ...base, ...empty, missing: "relative_only" }], found };
  }
  const value = figure.value as number;
  const note = [statement.note, `${name} ${value} ${difference < 0 ? "−" : "+"} ${Math.abs(difference)}`];
  const row = {
    ...base,
    ...level,
    kind: "derived",
    missing: null,
    note: note.filter((part) => part != null).join("; "),
  };
  return {
    waits: false,
    rows: [row],
    found: [finding("note", "relative.resolved", { difference, parent: name, value }, place)],
  };
}

/** The parent's figure plus the difference, each within its edges. */
function sum(figure: Row, statement: Row) {
  const digits = Math.max(decimalsOf(figure.value as number), decimalsOf(statement.value as number));
  const rounded = (value: number) => Number(value.toFixed(digits));
  const value = rounded((figure.value as number) + (statement.value as number));
  const [a, b] = [edges(figure), edges(statement)];
  const [lower, upper] = [a.lower + b.lower, a.upper + b.upper];
  if (lower === upper) return { value, qualifier: "exact", lower: null, upper: null };
  const closed = (edge: number) => (Number.isFinite(edge) ? orNull(Math.min(100, Math.max(0, rounded(edge)))) : null);
  const bounds = { lower: closed(lower), upper: closed(upper) };
  const qualifier = bounds.lower === value ? "at_least" : bounds.upper === value ? "at_most" : "approx";
  return { value, qualifier, ...bounds };
}

function edges(row: Row) {
  const given = { lower: (row.lower ?? null) as number | null, upper: (row.upper ?? null) as number | null };
  return edgesOf(row.value as number, (row.qualifier ?? "exact") as Qualifier, given);
}
