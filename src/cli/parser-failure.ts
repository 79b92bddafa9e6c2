import type { Command, CommanderError } from "commander";
import { ComparandaError } from "../model/errors.ts";
import { nearest } from "../util/nearest.ts";

/** What the argument parser stumbled over, as one of our errors: got, expected, nearest. */
export function parserFailure(error: CommanderError, args: readonly string[], program: Command): ComparandaError {
  const command = program.commands.find((one) => one.name() === args[0]);
  const verb = command?.name() ?? "comparanda";
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  if (error.code === "commander.unknownCommand") {
    const known = program.commands.map((one) => one.name());
    return new ComparandaError("argument.invalid", {
      verb,
      argument: "command",
      got: args[0] ?? "",
      expected: known.join(" | "),
      suggestion: nearest(args[0] ?? "", known)[0] ?? null,
    });
  }
  const flags = [...(command?.options ?? []), ...program.options].map((option) => option.long ?? option.flags);
  // A mistyped option often leaves a required one missing, and the parser speaks of that first.
  const unknown = args.find(
    (arg) => arg.startsWith("--") && ![...flags, "--help"].includes(arg.split("=")[0] as string),
  );
  if (unknown !== undefined) {
    const suggestion = nearest(unknown, flags)[0] ?? null;
    return new ComparandaError("argument.invalid", {
      verb,
      argument: "option",
      got: unknown,
      expected: flags.join(" "),
      suggestion,
    });
  }
  if (error.code === "commander.excessArguments") {
    const got = args.slice(1).join(" ");
    const expected = command?.usage() ?? program.usage();
    return new ComparandaError("argument.invalid", { verb, argument: "arguments", got, expected, suggestion: null });
  }
  const expected = `${verb} ${command?.usage() ?? ""}`.trim();
  return new ComparandaError("argument.missing", { verb, argument: quoted || error.message, expected });
}
