import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { loadTable } from "../../src/read/load-table.node.ts";
import { fromXlsx } from "../../src/read/xlsx.ts";
import { zipGuard } from "../../src/read/zip-guard.ts";

const sheet = (rows: (string | number | null)[][]) => writeXlsx({ sheets: [{ name: "S", rows }] });

/** The same archive with another size in each entry of its directory. */
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return copy;
}

describe("workbooks", () => {
  it("refuses an archive that declares to inflate beyond the limit", async () => {
    const bomb = declaring(await sheet([["a"]]), 900_000_000);
    expect(() => zipGuard("bomb.xlsx", bomb)).toThrow(/inflates to/);
    await expect(loadTable(bomb, { name: "bomb.xlsx" })).rejects.toMatchObject({ code: "file.unreadable" });
  });

  it("refuses an archive that inflates beyond what it declares", async () => {
    const rows = Array.from({ length: 3000 }, () => ["aaaaaaaaaaaaaaaaaaaaaaaa", 1]);
    const liar = declaring(await sheet(rows), 10);
    await expect(loadTable(liar, { name: "liar.xlsx" })).rejects.toMatchObject({ code: "file.unreadable" });
  });

  it("refuses a cut archive", async () => {
    const bytes = await sheet([
      ["地区", "2020"],
      ["昆明市", 5],
    ]);
    for (const cut of [10, 100, bytes.length - 30])
      await expect(loadTable(bytes.slice(0, cut), { name: "cut.xlsx" })).rejects.toMatchObject({
        code: "file.unreadable",
      });
  });

  it("says so where a formula was never calculated", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "S",
          rows: [
            ["地区", 2020],
            ["昆明市", null],
          ],
          cells: new Map([["1,1", { value: null, type: "formula", formula: "SUM(A1)" }]]),
        },
      ],
    });
    const { findings } = await fromXlsx("f.xlsx", bytes, "xlsx");
    expect(findings).toMatchObject([{ code: "cell.uncalculated", facts: { row: 2, column: "B" } }]);
  });

  it("reads one sheet where one is asked for", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "2020",
          rows: [
            ["地区", "收案"],
            ["昆明市", 1],
            ["昭通市", 2],
          ],
        },
        {
          name: "2021",
          rows: [
            ["地区", "收案"],
            ["昆明市", 3],
            ["昭通市", 4],
          ],
        },
      ],
    });
    const { panel } = await loadTable(bytes, { name: "a.xlsx", sheet: "2021" });
    expect(rowsOf(panel.observations)).toMatchObject([
      { year: 2021, value: 3 },
      { year: 2021, value: 4 },
    ]);
    await expect(loadTable(bytes, { name: "a.xlsx", sheet: "2030" })).rejects.toThrow(/no sheet/);
  });

  it("reads dates as their formats show them", async () => {
    const style = (numFmt: string) => ({ style: { numFmt } });
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "S",
          rows: [
            ["地区", new Date("2020-01-01T00:00:00Z"), new Date("2021-05-01T00:00:00Z")],
            ["昆明市", 5, 6],
            ["曲靖市", 7, 8],
          ],
          cells: new Map([
            ["0,1", style("yyyy")],
            ["0,2", style('yyyy"年"m"月"')],
          ]),
        },
      ],
    });
    const { panel } = await loadTable(bytes, { name: "dates.xlsx" });
    expect(panel.observations.array("period").slice(0, 2)).toEqual([null, "2021-05/2021-05"]);
  });

  it("says of an archive without a workbook what to do", async () => {
    const bytes = await sheet([["a"]]);
    const other = Uint8Array.from(bytes, (byte, at) => (bytes[at - 1] === 0x5b && byte === 0x43 ? 0x78 : byte));
    await expect(loadTable(other, { name: "files.zip" })).rejects.toThrow(/unpacked/);
  });
});
