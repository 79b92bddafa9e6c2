import { describe, expect, it } from "vitest";
import { figures, load } from "./load.ts";

const cells = (...rows: string[][]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td${cell}</td>`).join("")}</tr>`).join("")}</table>`;

describe("headings of a table", () => {
  it("takes a unit above the last column for the whole table", async () => {
    const text = cells(
      [" colspan=2>", ">单位：万元"],
      [">地 区", ">收入", ">支出"],
      [">昆明市", ">1", ">2"],
      [">曲靖市", ">3", ">4"],
    );
    expect(await figures(text, { year: 2019 }, "a.html")).toEqual([
      "530100 2019 收入 10000 yuan",
      "530100 2019 支出 20000 yuan",
      "530300 2019 收入 30000 yuan",
      "530300 2019 支出 40000 yuan",
    ]);
  });

  it("reads one row of figures below three rows of headings", async () => {
    const text = cells(
      [" colspan=2>复议", " colspan=4>诉讼"],
      [" rowspan=2>维持", " rowspan=2>纠正", " colspan=2>直接", " colspan=2>复议后"],
      [">胜", ">败", ">胜", ">败"],
      [">4", ">1", ">0", ">2", ">7", ">3"],
    );
    const read = await figures(text, { region: "昆明市", year: 2022 }, "a.html");
    expect(read).toHaveLength(6);
    expect(read).toContain("530100 2022 诉讼 / 复议后 / 败 3");
  });

  it("passes over a first heading printed once more in a second language", async () => {
    expect(await figures("人口\n地 区,2020,2021\nRegion,,\n昆明市,5,6\n曲靖市,7,8\n")).toContain("530100 2021 人口 6");
  });

  it("takes the facts of series for no headings, and their unit for a unit", async () => {
    const text =
      "指标名称,收入:北京,收入:上海\n频率,年,年\n单位,亿元,亿元\n指标ID,M001,M002\n2020-12-31,1,2\n2021-12-31,3,4\n";
    expect(await figures(text)).toEqual([
      "110000 2020 收入 100000000 yuan",
      "310000 2020 收入 200000000 yuan",
      "110000 2021 收入 300000000 yuan",
      "310000 2021 收入 400000000 yuan",
    ]);
  });

  it("keeps the units in names that nothing else tells apart", async () => {
    const text = "country,year,GDP (current US$),GDP (constant 2015 US$)\nFrance,2020,5,6\n";
    expect(await figures(text)).toEqual([
      "FRA 2020 GDP (current US$) 5 current US$",
      "FRA 2020 GDP (constant 2015 US$) 6 constant 2015 US$",
    ]);
  });

  it("names a table by its title, not by a remark or a number before it", async () => {
    const { account } = await load(
      "Table 1: Births by county\nThis worksheet contains one table.\nregion,2020\nFrance,1\nSpain,2\n",
    );
    expect(account.tables[0]?.fixed.indicator).toBe("Births by county");
  });

  it("ends a row at a carriage return that stands alone among other line ends", async () => {
    expect(await figures("region,year,rate\r\nFrance,2020,1\r\nSpain,2020,2\rItaly,2020,3\r\n")).toHaveLength(3);
  });

  it("finds the names of columns in labels and in words written together", async () => {
    const text =
      "ref_area.label,indicator.label,sex.label,time,obs_value\nFrance,Unemployment (%),Total,2020,8\nFrance,Unemployment (%),Female,2020,7\n";
    expect(await figures(text)).toEqual([
      "FRA 2020 Unemployment [sex.label=Total] 8 percent",
      "FRA 2020 Unemployment [sex.label=Female] 7 percent",
    ]);
    expect(await figures("LocID,Location,Time,PopTotal\n250,France,1950,41.8\n250,France,1951,42.1\n")).toHaveLength(2);
  });

  it("counts pairs and institutions, and leaves a span of years in the title alone", async () => {
    expect(await figures("2018-2020年婚姻\n地区,2018,2019\n,登记（对）,登记（对）\n昆明市,5,6\n")).toEqual([
      "530100 2018 登记 5 对",
      "530100 2019 登记 6 对",
    ]);
  });
});
