import { describe, expect, it } from "vitest";
import { period } from "../../src/read/period.ts";
import { figures, load } from "./load.ts";

describe("period", () => {
  it.each([
    ["2023年二季度", "2023-04/2023-06"],
    ["2023年前三季度", "2023-01/2023-09"],
    ["2023年1-2季度", "2023-01/2023-06"],
    ["2023年1月份", "2023-01/2023-01"],
    ["3Q2023", "2023-07/2023-09"],
    ["H1 2023", null],
    ["2023H1", "2023-01/2023-06"],
    ["31.12.2020", "2020-12-31/2020-12-31"],
    ["April 1, 2020", "2020-04-01/2020-04-01"],
    ["30 June 2021", "2021-06-30/2021-06-30"],
    ["2021-03-05T08:00:00.000Z", "2021-03-05/2021-03-05"],
    ["2020-21", "2020/2021"],
  ])("reads %s as %s", (text, expected) => {
    expect(period(text)?.period ?? null).toBe(expected);
  });

  it.each([
    ["民國112年", 2023],
    ["平成30年", 2018],
    ["令和元年", 2019],
    ["2023*", 2023],
    ["2023p", 2023],
    ["2020²", 2020],
  ])("reads %s as the year %d", (text, year) => {
    expect(period(text)).toEqual({ year, period: null });
  });

  it.each(["2017-19", "31.13.2020", "1.2.2020年", "1/2/2020"])("takes %s for no period", (text) => {
    expect(period(text)).toBe(null);
  });
});

describe("years of a table", () => {
  it("reads pairs of years as years that end in the next one, though one of them might be a month", async () => {
    expect(await figures("country,2009/10,2010/11,2011/12\nFrance,1,2,3\n")).toEqual([
      "FRA 2009/2010 table 1",
      "FRA 2010/2011 table 2",
      "FRA 2011/2012 table 3",
    ]);
    expect(await figures("country,2010-10,2010-11,2010-12\nFrance,1,2,3\n")).toEqual([
      "FRA 2010-10/2010-10 table 1",
      "FRA 2010-11/2010-11 table 2",
      "FRA 2010-12/2010-12 table 3",
    ]);
  });

  it("keeps the part of a year in a longer heading", async () => {
    expect(await figures("地区,2023年前三季度收案,2023年收案\n昆明市,1,2\n")).toEqual([
      "530100 2023-01/2023-09 收案 1",
      "530100 2023 收案 2",
    ]);
  });

  it("joins a column of months or quarters to the year", async () => {
    expect(await figures("country,year,month,rate\nFrance,2023,1,7.1\nFrance,2023,12,7.3\n")).toEqual([
      "FRA 2023-01/2023-01 rate 7.1",
      "FRA 2023-12/2023-12 rate 7.3",
    ]);
    expect(await figures("地区,年份,季度,收案\n昆明市,2023,1,5\n昆明市,2023,4,6\n")).toEqual([
      "530100 2023-01/2023-03 收案 5",
      "530100 2023-10/2023-12 收案 6",
    ]);
  });

  it("reads months as headings below the year of the row", async () => {
    expect(await figures("地区,年份,1月,2月\n昆明市,2023,5,6\n")).toEqual([
      "530100 2023-01/2023-01 table 5",
      "530100 2023-02/2023-02 table 6",
    ]);
  });

  it("finds which of day and month comes first where one date tells", async () => {
    expect(await figures("country,date,cases\nFrance,1/2/2020,5\nFrance,1/22/2020,6\n")).toEqual([
      "FRA 2020-01-02/2020-01-02 cases 5 case",
      "FRA 2020-01-22/2020-01-22 cases 6 case",
    ]);
  });

  it("sets dates aside of which none tells whether its day comes first", async () => {
    const { account } = await load("country,date,rate\nFrance,1/2/2020,5\nFrance,3/4/2020,6\n");
    expect(account.rowsKept).toBe(0);
    expect(account.tables[0]?.asideCounts.no_year).toBe(2);
  });

  it("reads last days of years as years and of months as months, and says so", async () => {
    const years = await load("date,country,rate\n2020-12-31,France,1\n2021-12-31,France,2\n");
    expect(years.panel.observations.array("period")).toEqual([null, null]);
    expect(years.account.findings.map(({ code }) => code)).toEqual(["date.year"]);
    const months = await load("date,country,rate\n2023-01-31,France,1\n2023-02-28,France,2\n2023-03-31,France,3\n");
    expect(months.panel.observations.array("period")).toEqual([
      "2023-01/2023-01",
      "2023-02/2023-02",
      "2023-03/2023-03",
    ]);
    expect(months.account.findings.map(({ code }) => code)).toEqual(["date.month"]);
  });

  it("leaves a second column of the same years out of the figures", async () => {
    expect(await figures("country,YEA,year,rate\nFrance,2019,2019,5\nFrance,2020,2020,6\n")).toEqual([
      "FRA 2019 rate 5",
      "FRA 2020 rate 6",
    ]);
  });
});
