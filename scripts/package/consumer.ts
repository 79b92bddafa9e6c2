// A project that uses the package, as its README shows; compiled and run by pack:check, where "comparanda" is the archive.
export const CONSUMER = `import {
  type Description, loadPanel, type Panel, perCapita, rank, rankedDots, rate, toPlot, toSvg, toVegaLite, trend,
} from "comparanda";
import { theilSen, wilsonInterval } from "comparanda/stats";

const panel: Panel = await loadPanel("node_modules/comparanda/data");
const asked = { indicator: "reconsideration_accepted", year: 2019, level: "province" };
const ranked = rank(perCapita(panel, asked));
const chart: Description = rankedDots(ranked);
const svg: string = await toSvg(chart);
if (!svg.startsWith("<svg") || ranked.numRows() === 0) throw new Error("no picture");
if (Object.keys(toVegaLite(chart)).length === 0) throw new Error("no specification");
if (wilsonInterval(8, 20).lower === null || theilSen([1, 2, 3], [1, 2, 3]).slope !== 1) throw new Error("no statistics");
for (const verb of [rate, trend, toPlot]) if (typeof verb !== "function") throw new Error("no function");
// @ts-expect-error a panel is not a number: the types are there, and not any
export const mistake = (): unknown => rate(5, asked);
`;

/** The same in a page: what needs no file system comes from the entry for browsers. */
export const BROWSER_CONSUMER = `import { fromPackage, rankedDots, toVegaLite } from "comparanda/browser";
import * as everything from "comparanda";

export const specification = (rows: Iterable<object>) => toVegaLite(rankedDots(rows));
export const panel = fromPackage(async (file) => (await fetch(file)).text());
export const names: string[] = Object.keys(everything);
// @ts-expect-error files of a disk are not for pages
export type Absent = typeof import("comparanda/browser").loadPanel;
`;
