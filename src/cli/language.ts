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
  const known = LANGUAGES.find((language) => language.toLowerCase().startsWith((asked ?? "-").toLowerCase()));
  if (known !== undefined) return known;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en/i.test(locale) ? "en" : "zh-CN";
}
