import { type Finding, finding } from "../model/finding.ts";
import { extractReport } from "../prose/extract-report.ts";
import { type Identified, identifyReport } from "../prose/identify-report.ts";
import type { Lexicon } from "../prose/lexicon.ts";
import type { KnownReport, ReportRecord } from "./extract-job.ts";
import type { Gazetteer } from "./extract-places.ts";

/** A report as text, with what its file says of it. */
export interface ReadableReport {
  readonly text: string;
  readonly title: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface ExtractOneOptions {
  /** Stands for the report in the package. */
  readonly id: string;
  /** Name of the file, which may tell region and year. */
  readonly file: string;
  readonly known: KnownReport;
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
}

/** What a report says of itself is used from this certainty on. */
const CERTAIN = 0.6;
/** Where a report says what it is about. */
const HEAD = 1500;

/**
 * Which figures does this report give, of which region and year?
 *
 * @remarks
 * Region and year are those that are known; otherwise those the report gives with certainty enough, which a finding says;
 * otherwise they stay unknown, which another finding says. Nothing is guessed silently.
 */
export function extractOne(report: ReadableReport, options: ExtractOneOptions): Omit<ReportRecord, "key" | "ok"> {
  const { id, file, known, lexicon, gazetteer } = options;
  const { text, title } = report;
  const told = [title ?? "", ...Object.values(report.metadata), file, text.slice(0, HEAD)].join("\n");
  const places = known.region === undefined ? gazetteer.namedIn(told) : [];
  const identity = identifyReport({ text, title, metadata: report.metadata, file, places });
  const findings: Finding[] = [];
  const named = identity.region?.value.name ?? "";
  const meant = gazetteer.namesakes(named, told);
  if (known.region === undefined && meant.length > 1) {
    const candidates = meant.map(({ code, name }) => `${code} ${name}`);
    findings.push(finding("warning", "region.unclear", { file, got: named, candidates }, { file }));
  }
  const place = meant.length === 1 ? (meant[0] ?? null) : null;
  const asked = { ...known };
  if (asked.region === undefined) asked.region = settled("region", shown(identity.region, place?.code), file, findings);
  if (asked.year === undefined) asked.year = settled("year", identity.year, file, findings);
  if (asked.published === undefined) asked.published = certain(identity.published)?.value ?? null;
  const { region, year, published } = asked;
  const extraction = extractReport(text, {
    lexicon,
    region,
    year,
    published,
    places: gazetteer.around(region),
    source: id,
  });
  const issuer = certain(identity.issuer)?.value ?? null;
  return { text, title, issuer, published, region, year, extraction, findings };
}

const certain = <T>(found: Identified<T> | null): Identified<T> | null =>
  found !== null && found.certainty >= CERTAIN ? found : null;

function shown<T>(found: Identified<T> | null, value: string | undefined): Identified<string> | null {
  return found === null || value === undefined ? null : { ...found, value };
}

/** What the report says of itself, where that is certain enough; a finding tells which it is. */
function settled<T extends string | number>(
  what: "region" | "year",
  found: Identified<T> | null,
  file: string,
  findings: Finding[],
): T | null {
  const sure = certain(found);
  if (sure === null) {
    const guess = found === null ? null : String(found.value);
    findings.push(finding("warning", "report.unidentified", { what, guess }, { file }));
    return null;
  }
  const { value, from, certainty } = sure;
  findings.push(finding("note", "report.identified", { what, value: String(value), from, certainty }, { file }));
  return value;
}
