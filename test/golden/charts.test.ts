import { describe, test } from "vitest";
import type { ChartOptions } from "../../src/charts/chart-options.ts";
import { CHARTS, type Chart, type ChartName } from "../../src/charts/registry.ts";
import { toSvg } from "../../src/export/svg.node.ts";
import { LANGUAGES } from "../../src/model/messages/message.ts";
import { toVegaLite } from "../../src/render/vega-lite.ts";
import { SAMPLES } from "../charts/samples.ts";
import { matchGolden } from "./match-golden.ts";

const cases = (Object.keys(CHARTS) as ChartName[]).flatMap((name) => LANGUAGES.map((language) => ({ name, language })));
const breaks = [{ year: 2021, reason_zh: "职责集中", reason_en: "one body per level" }];
const OPTIONS: Record<ChartName, ChartOptions> = {
  "ranked-dots": { highlight: "2", benchmark: { value: 9.5, label: "全省 all" } },
  "trend-lines": { breaks } as ChartOptions,
  slope: { highlight: ["530600"] },
  "side-by-side": { highlight: "500113" },
};
/** A line for each element, so that a difference can be read. */
const byLine = (svg: string) => svg.replaceAll("><", ">\n<");

describe.each(cases)("the sample of $name in $language", ({ name, language }) => {
  const description = (CHARTS[name] as Chart)(SAMPLES[name], { language, ...OPTIONS[name] });

  test("is drawn by Plot as before", async () => {
    matchGolden(`${name}.${language}.plot.svg`, byLine(await toSvg(description)));
  });

  test("is written for Vega-Lite as before", () => {
    matchGolden(`${name}.${language}.vega-lite.json`, JSON.stringify(toVegaLite(description), null, 1));
  });

  test("is drawn by Vega as before", async () => {
    matchGolden(`${name}.${language}.vega.svg`, byLine(await toSvg(description, { renderer: "vega-lite" })));
  });
});
