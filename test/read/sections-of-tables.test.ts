import { describe, expect, it } from "vitest";
import { figures, load } from "./load.ts";

describe("titles between the rows of a table", () => {
  it("date the rows below them", async () => {
    expect(await figures("地区,收案\n2021年,\n昆明市,10\n曲靖市,8\n2022年,\n昆明市,12\n曲靖市,9\n")).toEqual([
      "530100 2021 收案 10",
      "530300 2021 收案 8",
      "530100 2022 收案 12",
      "530300 2022 收案 9",
    ]);
  });

  it("are part of what is counted where the same places come again below them", async () => {
    const text = "案件情况,\n地区,民事\n一、收案,\n北京,10\n上海,8\n二、结案,\n北京,9\n上海,7\n";
    expect(await figures(text, { year: 2020 })).toEqual([
      "110000 2020 一、收案 / 民事 10",
      "310000 2020 一、收案 / 民事 8",
      "110000 2020 二、结案 / 民事 9",
      "310000 2020 二、结案 / 民事 7",
    ]);
  });

  it("are no more than titles where every place stands once", async () => {
    const text = "地区,民事\n北方,\n北京,10\n天津,8\n南方,\n上海,9\n广东,7\n";
    expect((await figures(text, { year: 2020 }))[2]).toBe("310000 2020 民事 9");
  });

  it("say nothing where the table goes on", async () => {
    const { account } = await load("地区,2020\n北京,10\n上海,8\n续表,\n天津,9\n");
    expect(account.tables[0]?.aside).toEqual([{ row: 3, reason: "section", text: "续表" }]);
    expect(
      await figures("财政收入,,,续表,,\n地区,2020,2021,地区,2020,2021\n北京,5,6,上海,7,8\n天津,1,2,江苏,3,4\n"),
    ).toContain("310000 2021 财政收入 8");
  });
});

describe("figures of other countries", () => {
  it("takes points for marks of thousands where one figure or the semicolons say so", async () => {
    expect(await figures("region,2020\nFR,1.234\nDE,1.500.000\n")).toEqual([
      "FRA 2020 table 1234",
      "DEU 2020 table 1500000",
    ]);
    expect(await figures("region;2020\nFR;1.234\nDE;12.345\n")).toEqual([
      "FRA 2020 table 1234",
      "DEU 2020 table 12345",
    ]);
    expect(await figures("region;2020\nFR;0.234\nDE;12.345\n")).toEqual([
      "FRA 2020 table 0.234",
      "DEU 2020 table 12.345",
    ]);
  });

  it("multiplies 100 million yuan and 10 000 persons out", async () => {
    const text =
      "Gross Product (2020)\n(100 million yuan)\nRegion,Total,Primary\nBeijing,36102.6,107.6\nTianjin,14083.7,210.2\n";
    expect((await figures(text))[0]).toBe("110000 2020 Total 3610260000000 yuan");
    expect(await figures("Region,2020 (10 000 persons)\nBeijing,2189\n")).toEqual([
      "110000 2020 table 21890000 person",
    ]);
  });

  it("keeps a region without one of its parts apart from the region", async () => {
    expect(await figures("地区,2020\n辽宁（不含大连）,5\n昆明市①,6\n曲靖市,7\n")).toEqual([
      "辽宁（不含大连） 2020 table 5",
      "530100 2020 table 6",
      "530300 2020 table 7",
    ]);
  });
});
