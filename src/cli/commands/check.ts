import type { AddCommand } from "../add-command.ts";
import { wordsOf } from "../words.ts";

/** `comparanda check DIR`: what is wrong with the figures of a package. */
export const addCheck: AddCommand = (program, language) => {
  const words = wordsOf(language);
  program
    .command("check")
    .description(words.check)
    .argument("<DIR>", words.folder)
    .action(async (folder: string, options: { json?: boolean }) => {
      const { loadPanel } = await import("../../read/load-panel.node.ts");
      const { checkPackage } = await import("../../recipes/check-package.node.ts");
      const { findingLines } = await import("../print-findings.ts");
      const panel = await loadPanel(folder);
      const findings = await checkPackage(panel, folder);
      const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
      if (options.json) {
        const { findingRecords } = await import("../../recipes/finding-records.ts");
        const counts = { error: of("error"), warning: of("warning"), note: of("note") };
        console.log(
          JSON.stringify(
            { observations: panel.observations.totalRows(), counts, findings: findingRecords(findings) },
            null,
            2,
          ),
        );
        return;
      }
      const { observations, regions, indicators, sources } = panel;
      console.log(words.loaded(observations.totalRows(), regions.size, indicators.size, sources.size));
      console.log(words.found(of("error"), of("warning"), of("note")));
      for (const line of findings.length > 0 ? findingLines(findings, language, 200) : [words.noFindings])
        console.log(line);
    });
};
