import { existsSync } from "node:fs";
import * as comparanda from "../src/node.ts";

/** A page of the guide: its example, and the output it says the example has. */
export interface Guide {
  readonly code: string;
  readonly output: string;
}

const EXAMPLE = /```ts\n(?<code>.*?)```\n\n```text\n(?<output>.*?)```/s;

/** Finds the example of a page: a `ts` block with a `text` block behind it. */
export function guideOf(page: string): Guide {
  const found = EXAMPLE.exec(page)?.groups;
  if (found === undefined) throw new Error("a page of the guide needs a ts block followed by a text block");
  return { code: found.code ?? "", output: found.output ?? "" };
}

/** The page with another output. */
export function withOutput(page: string, output: string): string {
  return page.replace(EXAMPLE, (_, code: string) => `\`\`\`ts\n${code}\`\`\`\n\n\`\`\`text\n${output}\`\`\``);
}

type Runner = (library: typeof comparanda, console: { log: (...words: unknown[]) => void }) => Promise<void>;

/** Runs the example of a page as a reader would, from the folder of the project; gives what it prints. */
export async function runGuide(code: string): Promise<string> {
  if (!existsSync("data/datapackage.json")) throw new Error("run from the folder of the project: data/ is not here");
  const lines: string[] = [];
  const log = (...words: unknown[]) => {
    lines.push(words.map((word) => (typeof word === "object" ? JSON.stringify(word) : String(word))).join(" "));
  };
  const body = code.replace(/^import \{(.*?)\} from "comparanda";/gm, "const {$1} = library;");
  const AsyncFunction = (async () => undefined).constructor as new (...words: string[]) => Runner;
  await new AsyncFunction("library", "console", body)(comparanda, { log });
  return lines.map((line) => `${line}\n`).join("");
}
