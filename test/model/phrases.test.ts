import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { message } from "../../src/model/messages/message.ts";
import { phraseZhCN } from "../../src/model/messages/phrases-zh-cn.ts";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.includes("messages"),
);
const said = new Set(
  sources.flatMap((name) =>
    [...readFileSync(join("src", name), "utf8").matchAll(/\bexpected(?::| =) "([^"]+)"/g)].map(
      (match) => match[1] as string,
    ),
  ),
);
/** Ids and paths read the same in every language. */
const code = /^(JSON|higher_better or lower_better|[a-z_]+( \| [a-z_]+)*)$/;

test("everything the code expects in words can be said in Chinese", () => {
  expect(said.size).toBeGreaterThan(20);
  const untold = [...said].filter((phrase) => !code.test(phrase) && !/[\u4e00-\u9fff]/.test(phraseZhCN(phrase)));
  expect(untold).toEqual([]);
});

test("numbers in a phrase are kept, and what is no phrase is printed as it is", () => {
  expect(phraseZhCN("a whole number of at least 3")).toBe("不小于 3 的整数");
  expect(phraseZhCN("rank | trend")).toBe("rank | trend");
  const facts = {
    verb: "rank",
    argument: "--per",
    got: "x",
    expected: "population or a number above 0",
    suggestion: null,
  };
  expect(message("argument.invalid", facts, "zh-CN")).toContain("应为 population 或大于 0 的数".replace("为 ", "为"));
});
