import type { AddCommand } from "../add-command.ts";
import { wordsOf } from "../words.ts";

/** `comparanda brief DIR`: a briefing folder with page, figures, tables and findings. */
export const addBrief: AddCommand = (program, language) => {
  const words = wordsOf(language);
  program
    .command("brief")
    .description(words.brief)
    .argument("<DIR>", words.folder)
    .requiredOption("--out <DIR>", words.out)
    .action(async (folder: string, given: { out: string; json?: boolean }) => {
      const started = performance.now();
      const { writeBriefing } = await import("../../recipes/write-briefing.node.ts");
      const { progressBar } = await import("../progress.ts");
      const bar = progressBar(words.working);
      const account = await writeBriefing(folder, given.out, { language, onProgress: bar.update }).finally(bar.stop);
      const seconds = (performance.now() - started) / 1000;
      const { printBriefing } = await import("../print-briefing.ts");
      printBriefing(account, { language, json: given.json === true, seconds });
    });
};
