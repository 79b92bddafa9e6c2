import type { AddCommand } from "../add-command.ts";
import { wordsOf } from "../words.ts";

interface RankArguments {
  readonly indicator: string;
  readonly year: string;
  readonly level?: string;
  readonly within?: string;
  readonly body?: string;
  readonly per?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `comparanda rank DIR`: the ranking of a year and level, with how sure each place is. */
export const addRank: AddCommand = (program, language) => {
  const words = wordsOf(language);
  program
    .command("rank")
    .description(words.rank)
    .argument("<DIR>", words.folder)
    .requiredOption("--indicator <ID>", words.indicator)
    .requiredOption("--year <Y>", words.year)
    .option("--level <L>", words.level)
    .option("--within <CODE>", words.within)
    .option("--body <BODY>", words.body)
    .option("--per <population|N>", words.per)
    .option("--out <DIR>", words.out)
    .action(async (folder: string, given: RankArguments) => {
      const { perFrom, yearFrom } = await import("../options.ts");
      const { loadPanel } = await import("../../read/load-panel.node.ts");
      const { compareRegions } = await import("../../verbs/compare-regions.ts");
      const { rank } = await import("../../verbs/rank.ts");
      const year = yearFrom("rank", given.year);
      const per = given.per === undefined ? undefined : perFrom("rank", given.per);
      const panel = await loadPanel(folder);
      const { indicator, level, within, body } = given;
      const asked = {
        indicator,
        year,
        ...(level !== undefined && { level }),
        ...(within !== undefined && { within }),
        ...(body !== undefined && { body }),
        ...(per !== undefined && { per }),
      };
      const ranked = rank(compareRegions(panel, asked));
      const { printRanking } = await import("../print-ranking.ts");
      printRanking(ranked, { language, json: given.json === true });
      if (given.out === undefined) return;
      const { writeFigures } = await import("../../recipes/write-figures.node.ts");
      const { rankedDots } = await import("../../charts/ranked-dots.ts");
      const figure = { id: `rank-${indicator}-${year}`, table: ranked, description: rankedDots(ranked, { language }) };
      const written = await writeFigures(given.out, [figure]);
      if (!given.json) console.log(words.written(written.length, given.out));
    });
};
