import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { fromRegions } from "../../src/read/from-regions.ts";
import { loadTable } from "../../src/read/load-table.node.ts";
import { figures, load } from "./load.ts";

const STATES = "state,year,rate\nCA,2019,1\nDE,2019,2\nIL,2019,3\nTX,2019,4\nNY,2019,5\n";
const LIST = "code,name,level,parent,other_names\nUS-CA,California,state,USA,CA\nUS-DE,Delaware,state,USA,DE\n";

describe("regions of a table", () => {
  it("does not take states for the countries that share their letters", async () => {
    const { account, panel } = await load(STATES);
    expect(panel.observations.array("region")).toEqual(["CA", "DE", "IL", "TX", "NY"]);
    expect(account.matches.every(({ kind }) => kind === "unknown")).toBe(true);
  });

  it("does not take one name among many unknown ones for a country", async () => {
    const rows = ["California", "Texas", "Georgia", "Ohio", "Utah", "Maine", "United States"].map(
      (name) => `${name},1,2\n`,
    );
    const { panel } = await load(`Area,2019,2020\n${rows.join("")}`);
    expect(new Set(panel.observations.array("region"))).toEqual(
      new Set(["California", "Texas", "Georgia", "Ohio", "Utah", "Maine", "USA"]),
    );
  });

  it("goes on matching codes where nearly all are known", async () => {
    const { panel } = await load("geo,2019\nDE,1\nFR,2\nES,3\nIT,4\nQX,5\n");
    expect(panel.observations.array("region")).toEqual(["DEU", "FRA", "ESP", "ITA", "QX"]);
  });

  it("matches against a list of regions of your own before its own sets", async () => {
    const { panel } = await load(STATES, { regions: fromRegions(LIST, "states.csv") });
    expect(panel.observations.array("region").slice(0, 2)).toEqual(["US-CA", "US-DE"]);
    expect(panel.regions.get("US-CA")).toMatchObject({ name: "California", level: "state", parent: "USA" });
  });

  it("finds the list that a mapping names beside itself", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "regions-"));
    writeFileSync(path.join(folder, "own.csv"), LIST);
    writeFileSync(path.join(folder, "rates.csv"), STATES);
    writeFileSync(path.join(folder, "rates.mapping.json"), '{"regions": "own.csv"}');
    const { panel } = await loadTable(path.join(folder, "rates.csv"));
    expect(panel.observations.array("region")[0]).toBe("US-CA");
    const missing = loadTable(path.join(folder, "rates.csv"), { regionsFile: path.join(folder, "none.csv") });
    await expect(missing).rejects.toMatchObject({ code: "file.missing" });
  });

  it("refuses a list of regions without names", () => {
    expect(() => fromRegions("code,title\n1,A\n", "a.csv")).toThrow(/name/);
  });

  it("keeps a column named as places apart where it tells rows apart", async () => {
    expect(await figures("Country or Area,Year,Area,Value\nFrance,2020,Total,3\nFrance,2020,Urban,2\n")).toEqual([
      "FRA 2020 table [Area=Total] 3",
      "FRA 2020 table [Area=Urban] 2",
    ]);
  });

  it("takes the country of a row without a province for its region, whatever set the provinces are of", async () => {
    const text = "Province/State,Country/Region,2020\n,France,1\nHubei,China,2\nYunnan,China,3\n";
    expect(await figures(text)).toEqual(["FRA 2020 table 1", "420000 2020 table 2", "530000 2020 table 3"]);
  });

  it("takes codes of twelve digits for the region under any heading", async () => {
    const text = "统计用区划代码,名称,2020年\n320106000000,鼓楼区,1\n410204000000,鼓楼区,2\n";
    expect(await figures(text)).toEqual(["320106 2020 table 1", "410204 2020 table 2"]);
  });

  it("reads the province that stands before the headings", async () => {
    expect(await figures("地区：云南省\n指标,2021年,2022年\n收案(件),5,6\n结案(件),3,4\n")).toContain(
      "530000 2021 收案 5 case",
    );
  });

  it("finds the place in headings such as GDP:北京", async () => {
    expect(await figures("年份,GDP:北京,GDP:上海\n2020,1,2\n2021,3,4\n")).toEqual([
      "110000 2020 GDP 1",
      "310000 2020 GDP 2",
      "110000 2021 GDP 3",
      "310000 2021 GDP 4",
    ]);
  });

  it("drops the words before a part of a total", async () => {
    const { panel } = await load("地区,2020\n昆明市,5\n其中：五华区,2\n");
    expect(rowsOf(panel.observations).map(({ region }) => region)).toEqual(["530100", "530102"]);
  });
});
