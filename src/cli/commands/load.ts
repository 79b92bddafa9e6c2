import { ComparandaError } from "../../model/errors.ts";
import type { AddCommand } from "../add-command.ts";
import { wordsOf } from "../words.ts";

interface LoadArguments {
  readonly mapping?: string;
  readonly out?: string;
  readonly encoding?: string;
  readonly format?: string;
  readonly sheet?: string;
  readonly regions?: string;
  readonly region?: string;
  readonly year?: string;
  readonly indicator?: string;
  readonly unit?: string;
  readonly json?: boolean;
}

/** The account is printed before: it says what became of every row. */
const unplaced = (path: string) =>
  new ComparandaError("file.unreadable", {
    verb: "load",
    path,
    got: "no figure of which region and year are known",
    expected: "a table that names them, or --region, --year or a mapping file",
  });

/** `comparanda load FILE`: a foreign table, and what became of each of its rows and columns. */
export const addLoad: AddCommand = (program, language) => {
  const words = wordsOf(language);
  program
    .command("load")
    .description(words.load)
    .argument("<FILE>", words.file)
    .option("--mapping <FILE>", words.mapping)
    .option("--out <DIR>", words.outPackage)
    .option("--encoding <NAME>", words.encoding)
    .option("--format <NAME>", words.format)
    .option("--sheet <NAME>", words.sheet)
    .option("--regions <FILE>", words.regionsFile)
    .option("--region <CODE>", words.stated)
    .option("--year <Y>", words.stated)
    .option("--indicator <ID>", words.stated)
    .option("--unit <UNIT>", words.stated)
    .action(async (file: string, given: LoadArguments) => {
      const { loadOptions } = await import("../load-options.ts");
      const { loadTable } = await import("../../read/load-table.node.ts");
      const { check } = await import("../../verbs/check.ts");
      const { panel, aggregates, account } = await loadTable(file, loadOptions(given));
      const loaded = new Set<unknown>(panel.findings);
      const findings = check(panel).filter((finding) => !loaded.has(finding));
      if (given.json) {
        const { findingRecords } = await import("../../recipes/finding-records.ts");
        const { findings: reading, ...rest } = account;
        console.log(JSON.stringify({ ...rest, findings: findingRecords([...reading, ...findings]) }, null, 2));
      } else {
        const { accountLines } = await import("../../read/account-lines.ts");
        const { findingLines } = await import("../print-findings.ts");
        for (const line of accountLines(account, language)) console.log(line);
        for (const line of findingLines(findings, language)) console.log(line);
      }
      if (account.rowsKept + account.rowsAggregate === 0) throw unplaced(file);
      if (given.out === undefined) return;
      const { toPackage } = await import("../../export/package.node.ts");
      const written = await toPackage(panel, given.out, { aggregates });
      if (!given.json) console.log(words.written(written.length, given.out));
    });
};
