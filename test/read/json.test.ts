import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { figures, load } from "./load.ts";

const read = (text: string) => figures(text, {}, "rates.json");

describe("JSON", () => {
  it("keeps the digits of numbers that JSON cannot hold", async () => {
    const { panel } = await load(
      '[{"geo":"FRA","year":2020,"note":"1234567890123456789","rate":12345678901234567890}]',
      {},
      "a.json",
    );
    expect(rowsOf(panel.observations)).toMatchObject([
      { as_written: "12345678901234567890", note: "1234567890123456789" },
    ]);
  });

  it("takes NaN for no figure and names Infinity", async () => {
    const { account, panel } = await load(
      '[{"geo":"FRA","year":2020,"v":NaN},{"geo":"ESP","year":2020,"v":-Infinity},{"geo":"ITA","year":2020,"v":1}]',
      {},
      "a.json",
    );
    expect(panel.observations.array("value")).toEqual(
      [Number.NaN, 1].map((value) => (Number.isNaN(value) ? null : value)),
    );
    expect(account.findings).toMatchObject([{ code: "cell.invalid", facts: { got: "-Infinity" } }]);
  });

  it("reads one record a line", async () => {
    expect(await read('{"geo":"FRA","year":2020,"rate":1}\n{"geo":"ESP","year":2020,"rate":2}\n')).toEqual([
      "FRA 2020 rate 1",
      "ESP 2020 rate 2",
    ]);
  });

  it.each([
    ["columns", '{"geo":["FRA","ESP"],"year":[2019,2020],"rate":[1,2]}'],
    ["columns under row numbers", '{"geo":{"0":"FRA","1":"ESP"},"year":{"0":2019,"1":2020},"rate":{"0":1,"1":2}}'],
    [
      "headings apart from rows",
      '{"columns":["geo","year","rate"],"index":[0,1],"data":[["FRA",2019,1],["ESP",2020,2]]}',
    ],
    [
      "features of a map",
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"geo":"FRA","year":2019,"rate":1},"geometry":null},{"type":"Feature","properties":{"geo":"ESP","year":2020,"rate":2},"geometry":null}]}',
    ],
  ])("reads %s", async (_, text) => {
    expect(await read(text)).toEqual(["FRA 2019 rate 1", "ESP 2020 rate 2"]);
  });

  it("reads records under the codes of their places", async () => {
    expect(await read('{"FRA":{"2019":1,"2020":2},"ESP":{"2019":3,"2020":4}}')).toEqual([
      "FRA 2019 rates 1",
      "FRA 2020 rates 2",
      "ESP 2019 rates 3",
      "ESP 2020 rates 4",
    ]);
  });

  it("gives each year its own figure where a record lists its years", async () => {
    const text =
      '[{"geo":"FRA","series":[{"year":2019,"rate":1},{"year":2020,"rate":2}]},{"geo":"ESP","series":[{"year":2019,"rate":3}]}]';
    expect(await read(text)).toEqual(["FRA 2019 rate 1", "FRA 2020 rate 2", "ESP 2019 rate 3"]);
  });

  it("repeats no label from the record before, and takes a record without figures for no section", async () => {
    const { account, panel } = await load(
      '[{"geo":"FRA","year":2020,"sex":"F","rate":1},{"geo":"ESP","year":2020,"rate":2},{"geo":"Avalon"}]',
      {},
      "a.json",
    );
    expect(panel.observations.numRows()).toBe(2);
    expect(account.tables[0]).toMatchObject({ filledDown: 0, aside: [{ row: 3, reason: "no_year" }] });
  });

  it("refuses a document that is broken, with the reason", async () => {
    await expect(load('[{"geo":"FRA",}]', {}, "a.json")).rejects.toMatchObject({ code: "file.unreadable" });
    await expect(load('{"geo":"FRA"}\n{"geo":"ESP",}\n', {}, "a.json")).rejects.toMatchObject({
      code: "file.unreadable",
    });
  });
});
