import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Code, Facts } from "../../src/model/facts.ts";
import { message } from "../../src/model/messages/message.ts";
import { matchGolden } from "./match-golden.ts";

/** A value for a field of the facts, by its type and name: enough to read the sentence by. */
function sample(name: string, type: string): unknown {
  const literal = /^"([^"]*)"/.exec(type);
  if (literal) return literal[1];
  if (type.startsWith("readonly string[]")) return [`${name} 1`, `${name} 2`];
  if (type.startsWith("readonly number[]")) return [2021, 2022];
  if (type.startsWith("number")) return /year|first|last|used/.test(name) ? 2021 : 7.5;
  if (type.startsWith("string")) return name === "verb" ? "rank" : `${name}…`;
  if (type.startsWith("boolean")) return true;
  throw new Error(`no sample for ${name}: ${type}`);
}

/** Codes and samples of their facts, read off the declaration, so that a new code is never left out. */
function samples(): [Code, Record<string, unknown>][] {
  const text = readFileSync("src/model/facts.ts", "utf8").replace(/\/\*\*[^]*?\*\//g, "");
  const entries = [...text.matchAll(/"([a-z]+\.[a-z_]+)":\s*\{([^}]*)\}/g)];
  return entries.map(([, code, body]) => {
    const fields = (body as string).split(/;|\n/).map((field) => field.trim());
    const pairs = fields.filter((field) => field !== "").map((field) => /^(\w+)\??: (.+)$/.exec(field) as RegExpExecArray);
    return [code as Code, Object.fromEntries(pairs.map(([, name, type]) => [name, sample(name as string, type as string)]))];
  });
}

test("every message reads as it did when it was last looked at", () => {
  const all = samples();
  expect(all.length).toBeGreaterThan(60);
  const say = <C extends Code>(code: C, facts: unknown, language: "zh-CN" | "en") => message(code, facts as Facts[C], language);
  const lines = all.map(([code, facts]) => `- \`${code}\`\n  - ${say(code, facts, "zh-CN")}\n  - ${say(code, facts, "en")}`);
  matchGolden("messages.md", `# Messages\n\n${lines.join("\n")}\n`);
});

test("no message ends with a full stop, blames, or forgets a fact", () => {
  for (const [code, facts] of samples()) {
    for (const language of ["zh-CN", "en"] as const) {
      const text = message(code, facts as never, language);
      expect(text, code).not.toMatch(/[.。]$|undefined|\[object|NaN/);
      expect(text, code).not.toMatch(/[\n\r]/);
    }
  }
});
