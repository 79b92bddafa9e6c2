import type { Extracted } from "./extraction.ts";
import type { NormalText } from "./normalise.ts";
import type { Found } from "./read-blocks.ts";
import type { Reading } from "./scene.ts";
import { unitsOf } from "./units-of.ts";

/** The characters of the raw text that a stretch of the normalised text was made from. */
export function writtenAt(
  normal: NormalText,
  start: number,
  end: number,
): Pick<Extracted, "as_written" | "start" | "end"> {
  const from = normal.starts[start] as number;
  const to = normal.ends[end - 1] as number;
  return { as_written: normal.raw.slice(from, to), start: from, end: to };
}

/** A reading in the words of the observation table, with its evidence. */
export function toExtracted(
  { reading, block }: Found,
  normal: NormalText,
  reportYear: number | null,
  source: string | null,
): Extracted {
  const { several } = reading.span;
  const year = several ? null : reading.span.year;
  return {
    region: reading.region,
    place: reading.place,
    year,
    period: year === null ? null : periodOf(year, reading.span.months),
    indicator: reading.indicator,
    value: reading.value,
    lower: reading.lower,
    upper: reading.upper,
    unit: reading.unit,
    qualifier: reading.qualifier,
    numerator: null,
    denominator: null,
    body: reading.body,
    kind: reading.kind,
    missing: null,
    source,
    locator: block.path.length > 0 ? block.path.join(" / ") : null,
    note: reading.note ?? null,
    reported_by: null,
    several_years: several,
    prior_year: year !== null && reportYear !== null && year < reportYear,
    worded: reading.worded,
    ...writtenAt(normal, reading.start, reading.end),
    context: contextOf(normal.text, reading),
    section: block.path,
    rule: reading.rule,
    confidence: reading.confidence,
  };
}

/** `01/06` of 2023 is `2023-01/2023-06`. */
function periodOf(year: number, months: string | null): string | null {
  if (months === null) return null;
  const [from, to] = months.split("/");
  return `${year}-${from}/${year}-${to}`;
}

const SENTENCE_MARKS = unitsOf("。;\n");
const CLAUSE_MARKS = unitsOf("。;,\n");
const BEFORE = 80;
const AFTER = 40;

/** The sentence up to the number, the clause after it. */
function contextOf(text: string, { start, end }: Reading): string {
  let from = start;
  let to = end;
  while (from > 0 && start - from < BEFORE && !SENTENCE_MARKS.has(text.charCodeAt(from - 1))) from -= 1;
  while (to < text.length && to - end < AFTER && !CLAUSE_MARKS.has(text.charCodeAt(to))) to += 1;
  return text.slice(from, to);
}
