import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import { asTable, type ColumnTable, numbersOf, requireColumns, settled, tableOf } from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { requireConfidence } from "../stats/require.ts";
import { requireAllowed } from "./allowed.ts";
import { type ChosenRows, chooseRows } from "./choose-rows.ts";
import { columnsOf, dictionaryOf, editedNumbers, editedTexts } from "./columns.ts";
import { countPairs, edgesOfPairs, type PairEdges } from "./count-pairs.ts";
import { bothRows, type FigureRows, figureRows, pickRows } from "./figure-rows.ts";
import { figureTable } from "./figure-table.ts";
import { observedOf } from "./observed.ts";
import { rateFigures } from "./rate-figures.ts";
import { type Comparison, comparisonTable } from "./select.ts";
import { type ResolvedSelection, resolveSelection, type Selection } from "./selection.ts";

export interface RateChoice {
  /** Share of intervals that would cover the true rate; default 0.95. */
  readonly confidence?: number;
  /** Cases a rate must rest on, where its denominator is known; default 0. */
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`. */
  readonly allow?: readonly string[];
}

export interface RateOptions extends Selection, RateChoice {}

/** Pairs of counts that a selection asks for, as rows of a comparison, and what to say of their bodies. */
function pairsAsked(panel: Panel, asked: ResolvedSelection, chosen: ChosenRows) {
  const table = observedOf(panel);
  const pairs = countPairs(table, asked.indicator, true);
  const [region, body] = [dictionaryOf(table, "region"), dictionaryOf(table, "body")];
  const [year, value] = [numbersOf(table, "year"), numbersOf(table, "value")];
  const regions = asked.regions === null ? null : new Set(asked.regions);
  const wanted = [...pairs.numerator.keys()].filter((i) => {
    const [row, under] = [pairs.numerator[i] as number, pairs.denominator[i] as number];
    const below = value[under] as number;
    return (
      (asked.years?.has(year[row] as number) ?? true) &&
      (regions?.has(region.at(row) ?? "") ?? true) &&
      below >= 0 &&
      (value[row] as number) <= below
    );
  });
  const bodies = new Map<string | null, number>();
  for (const i of wanted) {
    const own = body.at(pairs.numerator[i] as number);
    bodies.set(own, (bodies.get(own) ?? 0) + 1);
  }
  const all = [...bodies].sort((a, b) => b[1] - a[1]).map(([one]) => one ?? "");
  const printed = asked.body ?? chosen.body;
  const taken = printed ?? all[0] ?? "";
  const own =
    asked.body === "all" ? wanted : wanted.filter((i) => (body.at(pairs.numerator[i] as number) ?? "") === taken);
  const found: Finding[] = [];
  if (printed === null && all.length > 1) {
    found.push(finding("warning", "body.mixed", { bodies: all, taken }, { indicator: asked.indicator.id }));
  }
  const rows = (from: Int32Array) => Int32Array.from(own, (i) => from[i] as number);
  return { rows: figureRows(panel, asked, table, rows(pairs.numerator), rows(pairs.denominator)), found };
}

/** More calendar years than any table has: parts region and year within one number. */
const YEARS = 100_000;

/** Leaves out the pairs of cells that have a printed rate, and all but the first of each cell; printed rows give way to pairs. */
function merged(panel: Panel, asked: ResolvedSelection, printed: FigureRows, pairs: FigureRows): FigureRows {
  const table = observedOf(panel);
  const value = numbersOf(table, "value");
  const body = dictionaryOf(table, "body");
  const bodies = body.values.length + 1;
  const cellOf = ({ row, place, year }: FigureRows, i: number): number => {
    const own = asked.body === "all" ? (body.codes[row[i] as number] as number) + 1 : 0;
    return ((place[i] as number) * YEARS + (year[i] as number)) * bodies + own;
  };
  if (pairs.row.length === 0) return printed;
  const taken = new Map<number, number>();
  const known = new Set<number>();
  printed.row.forEach((row, i) => {
    if (!Number.isNaN(value[row])) known.add(cellOf(printed, i));
  });
  pairs.row.forEach((_, i) => {
    const cell = cellOf(pairs, i);
    if (!known.has(cell) && !taken.has(cell)) taken.set(cell, i);
  });
  // Rates of nobody are listed beside others; where there is nothing else, nothing was found.
  const nobody = [...taken.values()].every((i) => value[pairs.under[i] as number] === 0);
  if (nobody && known.size === 0) return printed;
  const kept = Int32Array.from([...printed.row.keys()].filter((i) => !taken.has(cellOf(printed, i))));
  return bothRows(pickRows(pairs, Int32Array.from(taken.values())), pickRows(printed, kept));
}

/** The lowest and the highest rate that both counts leave open, between 0 and 100. */
function edgesOfRate(numerator: number, denominator: number, edges: NonNullable<PairEdges>) {
  const value = (numerator / denominator) * 100;
  const share = (above: number, below: number) => Math.min(100, (above / below) * 100 || 0);
  const lower = share(edges.numerator.lower, edges.denominator.upper);
  const upper = edges.denominator.lower > 0 ? share(edges.numerator.upper, edges.denominator.lower) : 100;
  const qualifier = lower === value ? "at_least" : upper === value ? "at_most" : "approx";
  return { qualifier, lower, upper };
}

/** Gives the rates of pairs whose counts have edges their edges. */
function withPairEdges(panel: Panel, table: ColumnTable, { row, under, paired }: FigureRows): ColumnTable {
  if (!paired) return table;
  const observed = observedOf(panel);
  const edges = edgesOfPairs(observed);
  const value = numbersOf(observed, "value");
  const found = [...under.keys()].flatMap((i) => {
    const [above, below] = [row[i] as number, under[i] as number];
    const own = below === -1 ? null : edges(above, below);
    return own === null ? [] : [[i, edgesOfRate(value[above] as number, value[below] as number, own)] as const];
  });
  if (found.length === 0) return table;
  const column = <K extends "lower" | "upper" | "qualifier">(name: K) =>
    new Map(found.map(([i, one]) => [i, one[name]] as const));
  return tableOf({
    ...columnsOf(table),
    lower: editedNumbers(table, "lower", column("lower")),
    upper: editedNumbers(table, "upper", column("upper")),
    qualifier: editedTexts(dictionaryOf(table, "qualifier"), column("qualifier")),
  });
}

/** Rates of a comparison, computed where only their counts were printed, with limits where counts carry them. */
export function compareRates(panel: Panel, options: RateOptions, verb: string): Comparison {
  const asked = resolveSelection(panel, options, verb);
  const { indicator } = asked;
  if (indicator.unit !== "percent") {
    const expected = `a percentage; its unit is ${indicator.unit}`;
    throw new ComparandaError("argument.invalid", {
      verb,
      argument: "indicator",
      got: indicator.id,
      expected,
      suggestion: null,
    });
  }
  const chosen = chooseRows(panel, asked);
  const printed = figureRows(panel, asked, observedOf(panel), chosen.rows);
  const pairs = pairsAsked(panel, asked, chosen);
  const { table, figures } = figureTable(panel, asked, merged(panel, asked, printed, pairs.rows), chosen);
  const rated = rateFigures(withPairEdges(panel, table, figures), { ...options, verb });
  return { asked, table: rated.table, findings: allFindings(chosen.findings, pairs.found, rated.findings) };
}

/**
 * How high is a rate in each region, and how far could it move by chance alone?
 *
 * @remarks
 * Unit: percent, 0–100. Printed rates are kept as printed. Where none is printed but both counts stand beside it, or as
 * figures of their own in one source, the rate is computed (`kind` derived, flag `rate.derived`). Intervals are Wilson's and
 * need both counts; without them, or where the counts contradict the printed rate, the interval is null. Counts with edges
 * (`近1600`) give a computed rate with edges, and no interval. Missing: null with its reason, as in {@link select}; a rate of
 * nobody is `not_applicable` (`denominator.zero`), one that rests on fewer cases than `minimumCases` is `suppressed`
 * (`cases.few`) unless `allow` names that.
 *
 * @param input - a panel (options then say which figures), or a table or rows with `numerator` and `denominator`
 * @param options - which figures, and the confidence of intervals
 * @returns of a panel a table with the columns of `COMPARISON_COLUMNS`, one row per region, year and body, in that order; of a
 * table all its rows and columns in their order, with `value`, the interval and what was done beside them
 * @throws {@link ComparandaError} `argument.invalid` where the indicator is no rate or share or `allow` names no refusal,
 * `number.invalid` for a confidence, `column.missing`, `selection.empty`
 * @example
 * ```ts @import.meta.vitest
 * const rates = rate([{ region: "a", numerator: 8, denominator: 20 }, { region: "b", numerator: 0, denominator: 0 }])
 * expect(rates.array("value")).toEqual([40, null])
 * expect(rates.array("missing")).toEqual([null, "not_applicable"])
 * ```
 */
export function rate(panel: Panel, options: RateOptions): ColumnTable;
export function rate(input: ColumnTable | Iterable<object>, options?: RateChoice): ColumnTable;
export function rate(input: Panel | ColumnTable | Iterable<object>, options: RateChoice = {}): ColumnTable {
  requireAllowed("rate", options.allow);
  requireConfidence("rate", options.confidence ?? 0.95);
  if ("observations" in input) {
    return comparisonTable(input, compareRates(input, options as RateOptions, "rate"), options as RateOptions, "rate");
  }
  const given = asTable(input);
  requireColumns(given, "rate", ["numerator", "denominator"]);
  const { table, findings } = rateFigures(settled(given), { ...options, verb: "rate" });
  return withFindings(
    table,
    allFindings(() => findingsOf(given), findings),
  );
}
