import { matchRegion } from "../registry/match-region.ts";
import type { RegionIndex } from "../registry/region-index.ts";

/** Labels of rows that sum up the others. */
const TOTAL =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|平\s*均|全国合计|全国总计|全省合计|全市合计|全省|全市|全县|(?:东部|中部|西部|东北|华北|华东|华中|华南|西南|西北|沿海)(?:地区)?|东北三省|京津冀(?:地区)?|长三角(?:地区)?|珠三角(?:地区)?|长江经济带|黄河流域|合计数|总数|grand total|sub-?total|total|totals|sum|average|mean|overall|all|all (?:countries|regions|states|areas)|tot\.?|total, .{1,60})$/iu;

/** Whether a label names a total or an average of other rows. */
export const isTotal = (label: string): boolean => TOTAL.test(label.normalize("NFKC").trim());

/** How well a list of labels is explained by a region set. */
export interface RegionFit {
  readonly index: RegionIndex;
  /** Share of the labels that are places of the set, known or ambiguous. */
  readonly share: number;
  /** The level most of them have. */
  readonly level: string | null;
}

const MOST = 300;

/**
 * Which region set do these labels belong to, and how many of them?
 *
 * @returns null where there is no label to judge by
 */
export function regionFit(labels: Iterable<string>, indexes: readonly RegionIndex[]): RegionFit | null {
  const texts = [...new Set([...labels].map((label) => label.trim()))].filter(
    (label) => label !== "" && !isTotal(label),
  );
  const sample = texts.length <= MOST ? texts : texts.filter((_, at) => at % Math.ceil(texts.length / MOST) === 0);
  if (sample.length === 0) return null;
  const fits = indexes.map((index): RegionFit => {
    const levels = new Map<string, number>();
    let known = 0;
    for (const text of sample) {
      const match = matchRegion(text, index, { suggest: false });
      if (match.place === null && match.candidates.length === 0) continue;
      // 1 and 2 are World and Africa to the United Nations, and anything to anybody else.
      if (match.place?.level === "aggregate" && /^\d+$/.test(text)) continue;
      known += 1;
      if (match.place !== null) levels.set(match.place.level, (levels.get(match.place.level) ?? 0) + 1);
    }
    const level = [...levels].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
    return { index, share: known / sample.length, level };
  });
  return fits.reduce((best, fit) => (fit.share > best.share ? fit : best));
}
