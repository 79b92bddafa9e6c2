import { expect, test } from "vitest";
import { defaultPlan } from "../../src/recipes/default-plan.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const years = (region: string, body: string, ...stated: number[]) =>
  stated.map((year) => observation({ region, body, year }));

test("a trend is planned for the regions whose figures one body counts, since those of two do not compare", () => {
  const panel = samplePanel([
    ...years("A1", "courts", 2019, 2020, 2021),
    ...years("A2", "courts", 2019, 2020, 2021),
    ...years("A3", "government", 2018, 2019, 2020, 2021),
    // Three years, but of two bodies.
    ...years("A4", "government", 2019, 2020),
    ...years("A4", "courts", 2021),
  ]);
  const trends = defaultPlan(panel)?.figures.filter(({ chart }) => chart === "trendLines");
  expect(trends).toMatchObject([{ indicator: "cases", body: "courts", regions: ["A1", "A2"] }]);
});

test("a ranking is planned for the year and body most regions report", () => {
  const panel = samplePanel([
    ...["A1", "A2", "A3"].flatMap((region) => years(region, "government", 2020)),
    ...["A1", "A2", "A3", "A4"].flatMap((region) => years(region, "courts", 2019)),
    ...["A1", "A2"].flatMap((region) => years(region, "courts", 2021)),
  ]);
  const rankings = defaultPlan(panel)?.figures.filter(({ chart }) => chart === "rankedDots");
  expect(rankings).toMatchObject([{ indicator: "cases", body: "courts", year: 2019 }]);
});

test("nothing is planned where too little is there", () => {
  expect(defaultPlan(samplePanel([...years("A1", "courts", 2020, 2021), ...years("A2", "courts", 2020)]))).toBeNull();
});
