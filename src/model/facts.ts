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
  "selection.empty": { verb: string; asked: string; available: string };
  // files
  "file.missing": { verb: string; path: string; expected: string };
  "file.unreadable": { verb: string; path: string; got: string; expected: string };
  "folder.occupied": { verb: string; path: string };
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
  "population.mixed": { bases: readonly string[] };
  // reports
  "report.repeated": { lines: number };
  "figure.doubtful": { value: number; confidence: number };
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
