import { Command, CommanderError } from "commander";
import { ComparandaError } from "../model/errors.ts";
import { type Language, message } from "../model/messages/message.ts";
import type { AddCommand } from "./add-command.ts";
import { addBrief } from "./commands/brief.ts";
import { addCheck } from "./commands/check.ts";
import { addExtract } from "./commands/extract.ts";
import { addLoad } from "./commands/load.ts";
import { addRank } from "./commands/rank.ts";
import { addReview } from "./commands/review.ts";
import { addTrend } from "./commands/trend.ts";
import { languageFrom, languageOf } from "./language.ts";
import { parserFailure } from "./parser-failure.ts";
import { wordsOf } from "./words.ts";

const COMMANDS: readonly AddCommand[] = [addCheck, addLoad, addRank, addTrend, addBrief, addExtract, addReview];

/**
 * Runs the command line once.
 *
 * @param args - what stands after the program's name
 * @param environment - for the language
 * @returns the exit status: 0, or 1 where one line on standard error says what is wrong
 */
export async function runCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const language = languageOf(args, environment);
  const words = wordsOf(language);
  const program = new Command("comparanda")
    .description(words.about)
    .helpOption("-h, --help", words.helpCommand)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp({ styleTitle: (title) => titleIn(title, words) });
  for (const add of COMMANDS) add(program, language);
  for (const command of program.commands) {
    command
      .option("--json", words.json)
      .option("--lang <LANG>", words.language, languageFrom, language)
      .helpOption("-h, --help", words.helpCommand)
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .configureHelp({ styleTitle: (title) => titleIn(title, words) });
  }
  try {
    if (args.length === 0) process.stdout.write(program.helpInformation());
    else await program.parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    process.stderr.write(`${failureLine(error, args, program, language)}\n`);
    if (environment.COMPARANDA_DEBUG) console.error(error);
    return 1;
  }
}

function titleIn(title: string, words: ReturnType<typeof wordsOf>): string {
  const titles: Record<string, string> = {
    "Usage:": words.usage,
    "Options:": words.option,
    "Arguments:": words.argument,
    "Commands:": words.command,
  };
  return titles[title] === undefined ? title : `${titles[title]}:`;
}

function failureLine(error: unknown, args: readonly string[], program: Command, language: Language): string {
  const known = error instanceof CommanderError ? parserFailure(error, args, program) : error;
  if (known instanceof ComparandaError) {
    // Whatever function speaks, a person knows the command they gave.
    const command = program.commands.find((one) => one.name() === args[0])?.name();
    const facts = command !== undefined && "verb" in known.facts ? { ...known.facts, verb: command } : known.facts;
    return message(known.code, facts as never, language);
  }
  const text = (known instanceof Error ? known.message : String(known)).split("\n")[0];
  return `comparanda: ${wordsOf(language).unexpected}: ${text}`;
}
