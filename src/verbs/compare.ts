import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import { asTable, type ColumnTable, requireColumns, settled, tableOf, takeRows } from "../model/table.ts";
import { addFindings, allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { pick } from "../util/pick.ts";
import { requireAllowed } from "./allowed.ts";
import { type BenchmarkSource, type Benchmarks, benchmarksOf } from "./benchmarks.ts";
import { type Better, polarityOf } from "./better.ts";
import { columnsOf, dictionaryOf, hasColumn, markedTexts, numbersOrNone, orNull, withFlag } from "./columns.ts";
import { comparable } from "./comparable.ts";
import { compareRegions } from "./compare-regions.ts";
import { COMPARED_BY } from "./compared-by.ts";
import { groupsOf } from "./groups.ts";
import { type Figures, FLAGS, judgements } from "./judgements.ts";
import type { PeerRule } from "./peer-rule.ts";
import { peers } from "./peers.ts";
import { placing } from "./place-of-row.ts";
import type { PopulationChoice } from "./population-for.ts";
import { ENDS, requireOneOf } from "./require-one-of.ts";
import { resolveIndicator, resolveRegion } from "./resolve.ts";
import { resolveSelection, type Selection } from "./selection.ts";
import { statedSpans } from "./span-columns.ts";

/** What figures are held against: the parent of each region, one region, its peers, or a number. */
export type Benchmark =
  | "parent"
  | { readonly region: string }
  | { readonly peers: PeerRule }
  | { readonly value: number };

export interface CompareOptions extends PopulationChoice {
  readonly to: Benchmark;
  /** Confidence of the verdict and of the stronger one; default 0.95 and 0.998. */
  readonly levels?: readonly [number, number];
  /** Column of the numbers; default `value`. */
  readonly by?: string;
  /** Which end is good; default from the column `direction`, neutral figures being only higher or lower. */
  readonly better?: Better;
  /** Whether the benchmark's own interval must not overlap either; default false. */
  readonly benchmarkInterval?: boolean;
  /** Residents figures per head are stated for; of a panel, counts are divided where it is given. Default 100 000. */
  readonly per?: number;
  /** Cases a figure must rest on; default 0. */
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`, `unit.mixed`, `period.partial`. */
  readonly allow?: readonly string[];
}

/** Figures of one indicator, year and body are held against each other, whatever their level. */
const HELD_AGAINST = ["indicator", "year", "body"];

/**
 * Is each region better or worse than its parent, a benchmark or its peers, beyond what chance explains?
 *
 * @remarks
 * Unit: `difference` in the figures' own (percentage points for percent), `ratio` has none. Outcomes are Fingertips' words:
 * `similar` where the benchmark lies inside the interval of the first level, `better` or `worse` outside it, `best` or
 * `worst` outside that of the second as well; neutral indicators are `higher`, `lower`, `highest`, `lowest`. Intervals at
 * both levels come from the counts; where only the table's own interval is there, there is no second level.
 * Edges: a figure or benchmark that is not exact is compared as its span: `cannot_tell` where the spans meet, otherwise the
 * word of the first level (`outcome_method` edges). Missing: no outcome, and `outcome_reason` says why: that of the figure,
 * `benchmark.missing`, `interval.missing` (no counts), or a refusal (`cases.few`, `denominator.zero`, `period.partial`).
 * Peers are pooled from their counts, otherwise averaged; a region is none of its own peers.
 * Limits of difference and ratio: the benchmark that is the figure of a region counts as independent and moves by chance too
 * (`newcombe` where both are proportions, otherwise `square-and-add`); a stated or pooled one is held fixed.
 * Source: Fingertips (Public Health England), see `compareBenchmark`; Newcombe (1998), see `differenceInterval`.
 *
 * @param input - a panel (options then also select the figures, as in `rate`, or in `perCapita` where `per` is given), or a
 * comparison that holds the benchmark's rows as well
 * @returns all rows and columns in their order, plus `benchmark`, `benchmark_lower`, `benchmark_upper`, `benchmark_region`,
 * `benchmark_method`, `benchmark_n`, `difference` with its edges `difference_lower` and `difference_upper` and its limits of
 * chance `difference_interval_lower` and `difference_interval_upper`, `ratio` with its limits, `difference_method`, `outcome`,
 * `outcome_level`, `outcome_method`, `outcome_reason`, `n_used` and `n_missing` of the indicator, year, level and body
 * @throws {@link ComparandaError} `column.missing`, `number.invalid` for levels, `argument.invalid` for peers that need a
 * panel, and of a panel what `rate` and `peers` throw
 * @example
 * ```ts @import.meta.vitest
 * const rows = [{ region: "a", value: 8, interval_lower: 6, interval_upper: 11, direction: "lower_better" }]
 * expect(compare(rows, { to: { value: 12 } }).array("outcome")).toEqual(["better"])
 * expect(compare(rows, { to: { value: 9 } }).array("outcome")).toEqual(["similar"])
 * ```
 */
export function compare(
  input: Panel | ColumnTable | Iterable<object>,
  options: CompareOptions & Partial<Selection>,
): ColumnTable {
  const { levels = [0.95, 0.998] } = options;
  requireAllowed("compare", options.allow);
  requireOneOf("compare", "better", options.better, ENDS);
  const { to } = options as { to: unknown };
  if (typeof to !== "object" || to === null) requireOneOf("compare", "to", to ?? "nothing", ["parent"]);
  else requireOneOf("compare", "to", Object.keys(to)[0] ?? "nothing", ["region", "peers", "value"]);
  if (!(levels[0] > 0 && levels[0] < levels[1] && levels[1] < 1)) {
    const facts = {
      verb: "compare",
      argument: "levels",
      got: levels.join(", "),
      expected: "two rising levels below 1",
    };
    throw new ComparandaError("number.invalid", facts);
  }
  if ("observations" in input) return comparePanel(input, options);
  return compareTable(asTable(input), options, sourceOf(options.to, null));
}

/** How the benchmark is found. Of peers only lists need no panel. */
function sourceOf(to: Benchmark, panel: Panel | null): BenchmarkSource {
  if (to === "parent") return { parents: true };
  if ("value" in to) return { value: to.value };
  if ("region" in to) return { region: panel === null ? to.region : resolveRegion(panel, to.region, "compare").code };
  const rule = to.peers;
  if (panel === null) {
    if (rule.by === "list") return { peersOf: (region) => rule.regions.filter((one) => one !== region) };
    const facts = { argument: "to", got: rule.by, expected: "a list of peers, or a panel to find them in" };
    throw new ComparandaError("argument.invalid", { verb: "compare", ...facts, suggestion: null });
  }
  const known = new Map<string, readonly string[]>();
  return {
    peersOf: (region) => {
      const found = known.get(region) ?? (peers(panel, { ...rule, region }).array("region") as string[]);
      known.set(region, found);
      return found;
    },
  };
}

/** Options that say which figures are taken from a panel. */
const FIGURES = ["year", "level", "within", "regions", "body", "per", "tolerance", "basis"] as const;

/** Selects the figures together with those they are held against, and leaves the latter out again. */
function comparePanel(panel: Panel, options: CompareOptions & Partial<Selection>): ColumnTable {
  const { indicator: id = "" } = options;
  const indicator = resolveIndicator(panel, id, "compare");
  const asked = { ...pick(options, FIGURES), indicator: id };
  const resolved = resolveSelection(panel, asked, "compare").regions;
  const source = sourceOf(options.to, panel);
  const others = resolved === null ? [] : regionsBehind(panel, resolved, source);
  const { level: _level, within: _within, ...elsewhere } = asked;
  const all = { ...elsewhere, regions: [...(resolved ?? []), ...others] };
  const figures = compareRegions(panel, others.length === 0 ? asked : all, "compare");
  const compared = compareTable(figures, options, source);
  const noted = indicator.comparability_note;
  const definition = noted === null ? [] : [finding("note", "definition.noted", { note: noted }, { indicator: id })];
  addFindings(compared, definition);
  if (others.length === 0) return compared;
  const left = new Set(others);
  const codes = dictionaryOf(compared, "region");
  const rows = Array.from(codes.codes.keys()).filter((row) => !left.has(codes.at(row) ?? ""));
  return withFindings(tableOf(takeRows(compared, rows)), () => findingsOf(compared));
}

/** Regions that are benchmarks but not asked for. */
function regionsBehind(panel: Panel, asked: readonly string[], source: BenchmarkSource): string[] {
  if ("value" in source) return [];
  const behind =
    "region" in source
      ? [source.region]
      : asked.flatMap((code) => ("peersOf" in source ? source.peersOf(code) : (panel.regions.get(code)?.parent ?? [])));
  return [...new Set(behind)].filter((code) => !asked.includes(code));
}

function compareTable(given: ColumnTable, options: CompareOptions, source: BenchmarkSource): ColumnTable {
  const { by = "value", per = 100_000, minimumCases, allow, levels = [0.95, 0.998] } = options;
  requireColumns(given, "compare", [
    by,
    ...("value" in source ? [] : ["region"]),
    ...("parents" in source ? ["parent"] : []),
  ]);
  const whole = settled(given);
  const { table, values, groups, findings } = comparable(whole, {
    verb: "compare",
    by,
    groups: HELD_AGAINST.filter((name) => whole.columnNames().includes(name)),
    ...(minimumCases !== undefined && { minimumCases }),
    ...(allow !== undefined && { allow }),
  });
  const span = statedSpans(table, values, by);
  const benchmarks = benchmarksOf(table, values, groups, source, per, span);
  const counted = groupsOf(
    table,
    COMPARED_BY.filter((name) => hasColumn(table, name)),
  );
  const polarity = polarityOf(table, by, options.better);
  const figures: Figures = { table, values, span, groups: counted, benchmarks, polarity };
  const judged = judgements(figures, { levels, per, benchmarkInterval: options.benchmarkInterval ?? false });
  const columns = {
    ...columnsOf(table),
    ...judged.columns,
    flags: markedTexts(dictionaryOf(table, "flags"), judged.marks, (text, mark) =>
      withFlag(text, FLAGS[mark - 1] as string),
    ),
  };
  const noted = () => found(table, benchmarks, judged.marks);
  return withFindings(
    tableOf(columns),
    allFindings(() => findingsOf(given), findings, noted),
  );
}

/** What has to be said about rows that could not be judged for want of a benchmark or for its edges. */
function found(table: ColumnTable, benchmarks: Benchmarks, marks: Uint16Array): Finding[] {
  const [lower, upper] = [numbersOrNone(table, "lower"), numbersOrNone(table, "upper")];
  const placeOf = placing(table);
  const findings: Finding[] = [];
  for (let row = 0; row < marks.length; row += 1) {
    const code = FLAGS[(marks[row] as number) - 1];
    if (code === undefined) continue;
    const place = placeOf(row);
    if (code === "benchmark.missing") {
      findings.push(finding("note", code, { benchmark: `${place.indicator ?? "?"} ${place.year ?? "?"}` }, place));
      continue;
    }
    const facts = { lower: orNull(lower[row]), upper: orNull(upper[row]), benchmark: benchmarks.value[row] as number };
    findings.push(finding("note", code, facts, place));
  }
  return findings;
}
