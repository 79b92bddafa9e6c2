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

  it("takes the line with the office and the unit above the headings for no heading", async () => {
    const text =
      "2022年案件统计表\n填报单位：云南省司法厅,,,单位：件\n州市,复议,,应诉\n,收到,受理,一审\n昆明市,4,3,2\n曲靖市,8,7,6\n";
    expect(await figures(text)).toEqual([
      "530100 2022 复议 / 收到 4 case",
      "530100 2022 复议 / 受理 3 case",
      "530100 2022 应诉 / 一审 2 case",
      "530300 2022 复议 / 收到 8 case",
      "530300 2022 复议 / 受理 7 case",
      "530300 2022 应诉 / 一审 6 case",
    ]);
  });

  it("gives each of two tables with an empty column between them its own places", async () => {
    expect(await figures("地区,收案,,地区,结案\n昆明市,10,,曲靖市,9\n大理州,5,,昆明市,4\n", { year: 2020 })).toEqual([
      "530100 2020 收案 10",
      "530300 2020 结案 9",
      "532900 2020 收案 5",
      "530100 2020 结案 4",
    ]);
  });

  it("reads last days of years in headings as years, and says so", async () => {
    const { account, panel } = await load("country,2020-12-31,2021-12-31\nFrance,1,2\n");
    expect(panel.observations.array("period")).toEqual([null, null]);
    expect(account.findings.map(({ code }) => code)).toEqual(["date.year"]);
  });
});
