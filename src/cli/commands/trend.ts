import type { AddCommand } from "../add-command.ts";
import { wordsOf } from "../words.ts";

interface TrendArguments {
  readonly indicator: string;
  readonly region: readonly string[];
  readonly body?: string;
  readonly per?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `comparanda trend DIR`: how the figures of some regions run over the years. */
export const addTrend: AddCommand = (program, language) => {
  const words = wordsOf(language);
  program
    .command("trend")
    .description(words.trend)
    .argument("<DIR>", words.folder)
    .requiredOption("--indicator <ID>", words.indicator)
    .requiredOption("--region <CODE...>", words.regions)
    .option("--body <BODY>", words.body)
    .option("--per <population|N>", words.per)
    .option("--out <DIR>", words.out)
    .action(async (folder: string, given: TrendArguments) => {
      const { perFrom } = await import("../options.ts");
      const { loadPanel } = await import("../../read/load-panel.node.ts");
      const { compareRegions } = await import("../../verbs/compare-regions.ts");
      const { trend } = await import("../../verbs/trend.ts");
      const per = given.per === undefined ? undefined : perFrom("trend", given.per);
      const panel = await loadPanel(folder);
      const { indicator, region, body } = given;
      const asked = {
        indicator,
        regions: region,
        ...(body !== undefined && { body }),
        ...(per !== undefined && { per }),
      };
      const table = compareRegions(panel, asked);
      const { printTrends } = await import("../print-trends.ts");
      printTrends(trend(table, { breaks: panel.breaks }), table, { language, json: given.json === true });
      if (given.out === undefined) return;
      const { writeFigures } = await import("../../recipes/write-figures.node.ts");
      const { trendLines } = await import("../../charts/trend-lines.ts");
      const { breaksOf } = await import("../../verbs/breaks-of.ts");
      const family = panel.indicators.get(indicator)?.family ?? null;
      const description = trendLines(table, { language, breaks: breaksOf(panel.breaks, { indicator, family }) });
      const written = await writeFigures(given.out, [{ id: `trend-${indicator}`, table, description }]);
      if (!given.json) console.log(words.written(written.length, given.out));
    });
};
