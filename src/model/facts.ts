/**
 * The facts each code carries. Errors and findings share the list: what differs is who is at fault.
 * `verb` is the function or command that speaks. Wordings: `messages/en.ts` and `messages/zh-cn.ts`.
 */
export interface Facts {
  // arguments
  "argument.invalid": { verb: string; argument: string; got: string; expected: string; suggestion: string | null };
  "argument.missing": { verb: string; argument: string; expected: string };
  "number.invalid": { verb: string; argument: string; got: string; expected: string };
  "length.conflicting": { verb: string; first: string; firstLength: number; second: string; secondLength: number };
  "column.missing": { verb: string; column: string; available: readonly string[]; suggestion: string | null };
  "indicator.unknown": { verb: string; got: string; suggestions: readonly string[] };
  "region.unknown": { verb: string; got: string; suggestions: readonly string[] };
  "region.ambiguous": { verb: string; got: string; candidates: readonly string[] };
  "level.unknown": { verb: string; got: string; available: readonly string[] };
  "selection.empty": { verb: string; asked: string; years: readonly number[]; regions: readonly string[] };
  "briefing.empty": { observations: number };
  // files
  "file.missing": { verb: string; path: string; expected: string };
  "file.unreadable": { verb: string; path: string; got: string; expected: string };
  "folder.occupied": { verb: string; path: string };
  "folder.unwritable": { verb: string; path: string; got: string };
  "package.invalid": { path: string; got: string; expected: string };
  // rows and keys
  "row.ragged": { file: string; row: number; got: number; expected: number };
  "cell.invalid": { file: string; row: number; column: string; got: string; expected: string };
  "key.broken": {
    file: string;
    row: number;
    column: string;
    got: string;
    resource: string;
    suggestion: string | null;
  };
  "key.duplicate": { file: string; row: number; key: string; first: number };
  // checks
  "rate.contradicted": { printed: number; computed: number; numerator: number; denominator: number };
  "rate.derived": { numerator: number; denominator: number };
  "rate.inverted": { numerator: number; denominator: number };
  "percent.outside": { got: number };
  "year.outside": { got: number; first: number; last: number };
  "value.unexplained": { verb: string };
  "edge.conflicting": { value: number; lower: number | null; upper: number | null };
  "unit.conflicting": { got: string; expected: string };
  "source.conflicting": { values: readonly string[]; taken: string };
  // comparability
  "body.mixed": { bodies: readonly string[]; taken: string };
  "body.stated": { bodies: readonly string[] };
  "period.partial": { period: string };
  "basis.registered": { year: number };
  "interval.missing": { regions: number };
  "year.mixed": { years: readonly number[] };
  "series.broken": { year: number; reason_zh: string; reason_en: string };
  "population.missing": { year: number; tolerance: number; nearest: string | null };
  "population.shifted": { year: number; used: number; basis: string };
  // audits
  "rate.redefined": {
    printed: number;
    expected: number;
    numerators: readonly string[];
    denominators: readonly string[];
    numerator: number;
    denominator: number;
  };
  "sum.contradicted": { reckoning: string; total: readonly string[]; parts: readonly string[] };
  "change.ambiguous": {
    printed: number;
    asPoints: number;
    asRelative: number;
    fits: "points" | "relative" | "both" | "neither" | "unknown";
  };
  "change.contradicted": { printed: number; unit: string; before: number; now: number };
  "claim.unsupported": { place: number; ahead: number; known: number; regions: number };
  "figure.restated": { values: readonly string[] };
  // reports
  "report.repeated": { lines: number };
  "figure.doubtful": { value: number; confidence: number };
  "population.mixed": { bases: readonly string[] };
  // refusals and what overrides them
  "refusal.allowed": { verb: string; code: string };
  "cases.few": { cases: number; least: number };
  "denominator.zero": { numerator: number };
  "definition.mixed": { indicators: readonly string[]; taken: string };
  "definition.noted": { note: string };
  "unit.mixed": { units: readonly string[]; taken: string };
  "group.few": { verb: string; used: number; least: number };
  "group.flat": { verb: string; used: number };
  "value.unsuitable": { verb: string; method: string; got: string };
  "counts.missing": { regions: number };
  // benchmarks, peers and relative statements
  "benchmark.missing": { benchmark: string };
  "benchmark.undecided": { lower: number | null; upper: number | null; benchmark: number };
  "relative.resolved": { difference: number; parent: string; value: number };
  "relative.unresolved": { difference: number; parent: string };
  "peers.few": { wanted: number; found: number };
  // composite indices
  "composite.invalid": { verb: string; where: string; got: string; expected: string };
  "edge.flattened": { qualifier: string; value: number };
  "series.edged": { edged: number; used: number };
  "score.incomplete": { node: string; share: number; least: number };
  // folders of reports
  "report.failed": { reason: string };
  "report.duplicate": { first: string };
  "report.identified": { what: "region" | "year"; value: string; from: string; certainty: number };
  "report.unidentified": { what: "region" | "year"; guess: string | null };
  "place.unmatched": { place: string };
  "reports.skipped": { count: number; endings: readonly string[] };
  "manifest.unmatched": { id: string };
  "decision.invalid": { line: number; got: string };
  "decision.orphaned": { cell: string; action: string };
  // loading foreign tables
  "table.empty": { file: string; table: string };
  "table.unplaced": { file: string; table: string; lacks: "region" | "year"; rows: number };
  "shape.unsure": { file: string; table: string; shape: string; certainty: number };
  "sheet.hidden": { file: string; sheet: string };
  "cell.uncalculated": { file: string; row: number; column: string; got: string };
  "date.year": { file: string; column: string };
  "date.month": { file: string; column: string };
  "region.unmatched": { file: string; got: string; suggestions: readonly string[] };
  "region.unclear": { file: string; got: string; candidates: readonly string[] };
  "encoding.unsure": { file: string; encoding: string; certainty: number };
  "quote.malformed": { file: string; count: number };
  "text.damaged": { file: string; count: number; example: string };
  "mapping.invalid": { path: string; got: string; expected: string };
  // pictures
  "glyph.missing": { verb: string; characters: readonly string[] };
}

export type Code = keyof Facts;
