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

  it("knows autonomous prefectures by the name in use", async () => {
    const { panel } = await load("地区,2020\n大理州,5\n禄劝县,2\n新疆自治区,3\n");
    expect(panel.observations.array("region")).toEqual(["532900", "530128", "650000"]);
  });

  it("keeps parts of the country apart from its provinces", async () => {
    const { panel, aggregates } = await load("地区,2020\n东部地区,5\n西部,2\n东北三省,1\n北京,3\n上海,4\n");
    expect(panel.observations.array("region")).toEqual(["110000", "310000"]);
    expect(aggregates.numRows()).toBe(3);
  });

  it("does not take numbers of states for World and Africa", async () => {
    const { panel } = await load("State,State Code,Year,Deaths\nAlabama,01,2019,5\nAlaska,02,2019,6\n");
    expect(panel.observations.array("region")).toEqual(["Alabama", "Alaska"]);
  });

  it("reads a code and a name in one cell", async () => {
    expect(await figures('region;2019;2020\n"0301 Oslo";5;6\n"1103 Stavanger";7;8\n')).toEqual([
      "0301 Oslo 2019 table 5",
      "0301 Oslo 2020 table 6",
      "1103 Stavanger 2019 table 7",
      "1103 Stavanger 2020 table 8",
    ]);
    expect((await figures("region;2019\n76 France;5\n12 Spain;7\n"))[0]).toBe("FRA 2019 table 5");
  });

  it("keeps the name that stands beside a code of no known set", async () => {
    const rows = "SUN,USSR,1950,5\nAFG,Afghanistan,1950,6\nTWN,Taiwan,1950,7\n";
    const { panel } = await load(`countrycode,country,year,gdppc\n${rows}`);
    expect(panel.observations.array("region")[0]).toBe("SUN");
    expect(panel.regions.get("SUN")?.name).toBe("USSR");
  });

  it("repeats no label where cells are blank now and then", async () => {
    const text = "country,town,2020\nFrance,Lyon,1\nFrance,Nice,2\nSpain,,3\nItaly,,4\nFrance,Metz,5\n";
    const { account } = await load(text);
    expect(account.tables[0]?.filledDown).toBe(0);
  });
});
