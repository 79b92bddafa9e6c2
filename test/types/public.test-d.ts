// What must and must not compile for those who use the package; checked by `npm run typecheck`, never run.
import {
  type ColumnTable,
  compare,
  type Description,
  type Finding,
  findingsOf,
  loadPanel,
  type Panel,
  perCapita,
  rank,
  rankedDots,
  rate,
  toSvg,
  toVegaLite,
  trend,
} from "../../src/node.ts";
import { rankValues, theilSen, wilsonInterval } from "../../src/stats.ts";

const panel: Panel = await loadPanel("data");
const asked = { indicator: "reconsideration_accepted", year: 2019, level: "province" } as const;

// A panel goes in, a table comes out, and a table goes on.
const ranked: ColumnTable = rank(compare(perCapita(panel, asked), { to: { region: "100000" } }), { better: "lower" });
const found: readonly Finding[] = findingsOf(ranked);
const chart: Description = rankedDots(ranked, { language: "en" });
const picture: string = await toSvg(chart);
const line: ColumnTable = trend(rate(panel, { indicator: "litigation_loss_rate", regions: ["370000"] }));

// Numbers that may be refused say so before they are used.
const slope: number | null = theilSen(Float64Array.of(1, 2, 3), [1, null, 3]).slope;
const lower: number | null = wilsonInterval(8, 20).lower;
const ranks: (number | null)[] = rankValues([3, null, 1], { ties: "dense" });

export const used = [found, picture, line, slope, lower, ranks, toVegaLite(chart)];

export const mistakes = (): unknown[] => [
  // @ts-expect-error a panel is not a number
  rate(5, asked),
  // @ts-expect-error an indicator has to be named
  rate(panel, { year: 2019 }),
  // @ts-expect-error a year is a number
  rate(panel, { indicator: "x", year: "2019" }),
  // @ts-expect-error no such way of taking ties
  rankValues([1], { ties: "middle" }),
  // @ts-expect-error better is higher or lower
  rank(ranked, { better: "best" }),
  // @ts-expect-error a chart speaks one of two languages
  rankedDots(ranked, { language: "fr" }),
];

export function spoil(finding: Finding): void {
  // @ts-expect-error findings are not changed by those who read them
  finding.code = "x";
}
