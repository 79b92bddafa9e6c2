import type { AddCommand } from "../add-command.ts";
import { wordsOf } from "../words.ts";

interface ExtractArguments {
  readonly out: string;
  readonly region?: string;
  readonly year?: string;
  readonly manifest?: string;
  readonly lexicon?: string;
  readonly predictions?: string;
  readonly json?: boolean;
}

/** `comparanda extract PATH…`: figures of reports with their evidence, as a data package. */
export const addExtract: AddCommand = (program, language) => {
  const words = wordsOf(language);
  program
    .command("extract")
    .description(words.extract)
    .argument("<PATH...>", words.reports)
    .requiredOption("--out <DIR>", words.outReports)
    .option("--region <CODE>", words.reportRegion)
    .option("--year <Y>", words.reportYear)
    .option("--manifest <FILE.jsonl>", words.manifest)
    .option("--lexicon <PATH>", words.lexicon)
    .option("--predictions <FILE.jsonl>", words.predictions)
    .action(async (paths: string[], given: ExtractArguments) => {
      const started = performance.now();
      const { yearFrom } = await import("../options.ts");
      const { extractFolder } = await import("../../recipes/extract-folder.node.ts");
      const { progressBar } = await import("../progress.ts");
      const { out, region, manifest, lexicon, predictions } = given;
      const year = given.year === undefined ? undefined : yearFrom("extract", given.year);
      const bar = progressBar(words.working);
      const options = { region, year, manifest, lexicon, predictions, onProgress: bar.update };
      const account = await extractFolder(paths, out, options).finally(bar.stop);
      const seconds = (performance.now() - started) / 1000;
      const { printExtraction } = await import("../print-extraction.ts");
      printExtraction(account, { language, json: given.json === true, seconds });
    });
};
