import { ComparandaError } from "../model/errors.ts";
import { LANGUAGES, type Language } from "../model/messages/message.ts";

/**
 * The language to speak: `--lang` where it is given, English on a machine set to English, Chinese otherwise.
 *
 * Read before arguments are parsed, since help and errors of the parser have to be in it already.
 */
export function languageOf(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const asked = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  const known = named(asked ?? "-");
  if (known !== undefined) return known;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en/i.test(locale) ? "en" : "zh-CN";
}

const named = (text: string): Language | undefined =>
  LANGUAGES.find((language) => text !== "" && language.toLowerCase().startsWith(text.toLowerCase()));

/**
 * The language a person named.
 *
 * @throws {@link ComparandaError} `argument.invalid`
 */
export function languageFrom(text: string): Language {
  const language = named(text);
  if (language !== undefined) return language;
  const facts = {
    verb: "comparanda",
    argument: "--lang",
    got: text,
    expected: LANGUAGES.join(" | "),
    suggestion: null,
  };
  throw new ComparandaError("argument.invalid", facts);
}
