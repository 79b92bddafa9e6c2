import type { Body, MissingReason, Qualifier } from "../observation.ts";

/** Words of charts, their legends and their alternative texts. Sentences take what varies as arguments. */
export interface ChartWords {
  readonly missing: Record<MissingReason, string>;
  readonly body: Record<Body, string>;
  readonly qualifier: Record<Qualifier, (value: string) => string>;
  /** Units whose id is not a word; others are printed from the unit_zh column or their id. */
  readonly unit: Readonly<Record<string, string>>;
  readonly perResidents: (unit: string, residents: string) => string;
  readonly noRows: string;
  readonly noSource: string;
  readonly noValue: string;
  readonly year: (year: number | string) => string;
  readonly years: (first: number, last: number) => string;
  readonly source: (titles: readonly string[]) => string;
  readonly moreSources: (count: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly stop: string;
  readonly sentence: (text: string) => string;
  readonly inBrackets: (text: string) => string;
  readonly labelled: (label: string, text: string) => string;
  readonly unitTitle: (unit: string) => string;
  readonly reporting: (reported: number, total: number) => string;
  readonly interval: (methods: string | null) => string;
  readonly intervalText: (from: string, to: string) => string;
  readonly exactDot: string;
  readonly inexactDot: string;
  readonly inexactNote: string;
  readonly rankHead: string;
  readonly rangeHead: string;
  readonly valueHead: string;
  readonly rangeCell: (from: number, to: number) => string;
  /** Names of interval methods; others are printed as their id. */
  readonly methods: Readonly<Record<string, string>>;
  readonly standing: (name: string, value: string, rank: string) => string;
  readonly pause: string;
  readonly rankLine: (rank: number, from: number | null, to: number | null) => string;
  readonly rankTitle: (indicator: string, year: string) => string;
  readonly trendTitle: (indicator: string, years: string) => string;
  readonly slopeTitle: (indicator: string, from: number, to: number) => string;
  readonly sideTitle: (regions: number) => string;
  readonly better: { readonly higher_better: string; readonly lower_better: string };
  readonly extremes: (high: string, highValue: string, low: string, lowValue: string) => string;
  readonly changes: (up: number, down: number, same: number) => string;
  readonly missingList: (entries: string) => string;
  readonly notStated: string;
  readonly bodyChanged: string;
  readonly bothYears: (pairs: number, regions: number) => string;
  readonly countedBody: (body: string) => string;
  readonly bodiesNamed: string;
  readonly bodyOtherwise: (body: string) => string;
  readonly bodiesDiffer: string;
  readonly yearsDiffer: string;
  /** A span of months, such as January to November of a year. */
  readonly months: (from: readonly [number, number], to: readonly [number, number]) => string;
  readonly partYears: (entries: string) => string;
  readonly measurePer: (measure: string, residents: string) => string;
  readonly breakAt: (year: number, reason: string) => string;
  readonly gaps: string;
  readonly written: (text: string) => string;
  readonly counts: (numerator: string, denominator: string) => string;
  readonly basis: (basis: string, year: number | null) => string;
  readonly basisNames: Readonly<Record<string, string>>;
  readonly altRank: (title: string, regions: number) => string;
  readonly altTrend: (title: string, series: number) => string;
  readonly altSlope: (title: string, regions: number) => string;
  readonly altSide: (title: string, regions: number, indicators: number) => string;
  readonly altMissing: (missing: number) => string;
  readonly altSeries: (name: string, first: string, firstValue: string, last: string, lastValue: string) => string;
}
