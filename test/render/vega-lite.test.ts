import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, test } from "vitest";
import { layout } from "../../src/charts/layout.ts";
import { CHARTS, type Chart, type ChartName } from "../../src/charts/registry.ts";
import { LANGUAGES } from "../../src/model/messages/message.ts";
import { toVegaLite } from "../../src/render/vega-lite.ts";
import { marksOf } from "../charts/marks-of.ts";
import { SAMPLES } from "../charts/samples.ts";

const cases = (Object.keys(CHARTS) as ChartName[]).flatMap((name) => LANGUAGES.map((language) => ({ name, language })));

interface Item {
  readonly name?: string;
  readonly marktype?: string;
  readonly items?: readonly Item[];
}
/** Items of all mark groups whose name matches. */
const itemsOf = (item: Item, name: RegExp): Item[] => [
  ...(item.marktype !== undefined && name.test(item.name ?? "") ? (item.items ?? []) : []),
  ...(item.items ?? []).flatMap((child) => itemsOf(child, name)),
];

async function draw(description: ReturnType<Chart>) {
  const warnings: string[] = [];
  const keep = (...words: readonly unknown[]) => {
    warnings.push(words.join(" "));
    return logger;
  };
  const logger: vega.LoggerInterface = {
    level: (() => logger) as never,
    error: keep,
    warn: keep,
    info: () => logger,
    debug: () => logger,
  };
  const { spec } = compile(toVegaLite(description) as unknown as TopLevelSpec, { logger });
  const view = new vega.View(vega.parse(spec, undefined, { ast: true } as never), {
    renderer: "none",
    logger,
    expr: (await import("vega-interpreter")).expressionInterpreter,
  } as never);
  await view.runAsync();
  const root = (view.scenegraph() as unknown as { root: Item }).root;
  const svg = await view.toSVG();
  return { root, svg, warnings };
}

describe.each(cases)("toVegaLite of $name in $language", ({ name, language }) => {
  const description = (CHARTS[name] as Chart)(SAMPLES[name], { language });

  test("is plain JSON that names its chart", () => {
    const specification = toVegaLite(description);
    expect(JSON.parse(JSON.stringify(specification))).toEqual(specification);
    expect(specification.usermeta).toEqual({ chart: name, language });
    expect(specification.$schema).toContain("vega-lite/v6");
  });

  test("draws every mark under the interpreter, as large as the layout says, without a warning", async () => {
    const { root, svg, warnings } = await draw(description);
    expect(warnings).toEqual([]);
    const { width, height } = layout(description);
    expect(svg).toMatch(new RegExp(`<svg[^>]* width="${width}" height="${height}"`));
    expect(itemsOf(root, /_dot_marks$/)).toHaveLength(marksOf(description, "dot").length);
    expect(itemsOf(root, /_interval(_open)?_marks$/)).toHaveLength(marksOf(description, "interval").length);
    expect(itemsOf(root, /_rule_[xy](_dashed)?_marks$/)).toHaveLength(marksOf(description, "rule").length);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("has no sentence of Vega's own in it", async () => {
    const { svg } = await draw(description);
    const labels = [...svg.matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1] as string);
    expect(labels.filter((label) => /axis for|linear scale|with values/i.test(label))).toEqual([]);
  });
});
