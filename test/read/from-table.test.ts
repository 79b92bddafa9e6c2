import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { accountLines } from "../../src/read/account-lines.ts";
import { bytesSource } from "../../src/read/byte-source.ts";
import { type FromTableOptions, fromTable } from "../../src/read/from-table.ts";
import { fromMapping } from "../../src/read/mapping.ts";
import { toWide } from "../../src/read/to-wide.ts";

const load = (text: string | Uint8Array, options: FromTableOptions = {}, name = "table.csv") =>
  fromTable(bytesSource(name, typeof text === "string" ? new TextEncoder().encode(text) : text), options);
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => `${row.join(",")}\n`).join("");

const PLACES = ["DEU", "FRA", "ESP", "ITA", "POL", "CHN"];
const figures = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
  .map((value) => String(value === 0 ? 0 : value));

describe("fromTable", () => {
  it("long → wide → long → wide is the identity", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...PLACES), { minLength: 1 }),
        fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 2, maxLength: 5 }),
        fc.array(figures, { minLength: 30, maxLength: 30 }),
        async (regions, years, values) => {
          const body = regions.map((region, at) => [
            region,
            "rate",
            ...years.map((_, column) => values[at * 5 + column] as string),
          ]);
          const wide = [["region", "indicator", ...years.map(String)], ...body];
          const { panel } = await load(csv(wide));
          expect(toWide(panel.observations, { by: "year" })).toEqual(wide);
          const byRegion = toWide(panel.observations, { by: "region" });
          const again = await load(csv(byRegion));
          if (regions.length > 1) expect(rowsOf(again.panel.observations).length).toBe(regions.length * years.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives an answer or a named error for any text, and accounts for every row", async () => {
    const noise = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc
        .array(
          fc.array(
            fc.constantFrom(
              "",
              "地区",
              "2020",
              "2021年",
              "5",
              "—",
              "98%以上",
              "北京",
              "DEU",
              '"',
              "a\tb",
              "<b>x</b>",
              "=1",
              ";",
            ),
            { maxLength: 6 },
          ),
          { maxLength: 10 },
        )
        .map(csv),
    );
    await fc.assert(
      fc.asyncProperty(noise, async (text) => {
        const loaded = await load(text).catch((error: unknown) => error);
        if (loaded instanceof Error) {
          expect(loaded).toHaveProperty("code");
          return;
        }
        const { account, panel } = loaded as Awaited<ReturnType<typeof load>>;
        expect(account.rowsKept + account.rowsAggregate).toBeLessThanOrEqual(account.rowsRead * 2);
        for (const row of rowsOf(panel.observations))
          expect((row.value === null) === (row.missing !== null)).toBe(true);
        for (const language of ["en", "zh-CN"] as const)
          expect(accountLines(account, language).length).toBeGreaterThan(1);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it("survives any bytes under any name", async () => {
    const starts = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0],
      [0x1f, 0x8b],
      [0x50, 0x41, 0x52, 0x31],
      [0xff, 0xff, 0xff, 0xff],
      [...new TextEncoder().encode("ARROW1")],
      [0x7b, 0x22],
      [0xff, 0xfe],
    );
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
        const loaded = await load(Uint8Array.from([...start, ...rest])).catch((error: unknown) => error);
        if (loaded instanceof Error) expect(loaded).toHaveProperty("code");
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("sets rows with too many cells aside, with their number and text", async () => {
    const { account, panel } = await load("region,year,value\nDEU,2020,1\nFRA,2020,2,3\n");
    expect(account.tables[0]?.aside).toEqual([{ row: 2, reason: "ragged", text: "FRA" }]);
    expect(panel.observations.numRows()).toBe(1);
  });

  it("keeps a cell that is no figure out of the panel and names it", async () => {
    const { account } = await load("region,year,value\nDEU,2020,1\nFRA,2020,see note\nESP,2020,3\n");
    expect(account.tables[0]?.cells).toMatchObject({ kept: 2, aside: 1 });
    expect(account.findings).toMatchObject([{ code: "cell.invalid", facts: { got: "see note", row: 2 } }]);
  });

  it("takes letters among figures for the reason why there is none", async () => {
    const rows = ["c", "x", "[z]", "np", "5", "6", "7", "8"].map((cell, at) => `FRA,${2000 + at},${cell}\n`);
    const { panel, account } = await load(`region,year,rate\n${rows.join("")}`);
    expect(panel.observations.array("missing").slice(0, 4)).toEqual([
      "suppressed",
      "not_reported",
      "not_applicable",
      "not_reported",
    ]);
    expect(panel.observations.array("as_written").slice(0, 2)).toEqual(["c", "x"]);
    expect(account.findings).toEqual([]);
  });

  it("takes figures in brackets for losses where they are few, and sets them aside where they are many", async () => {
    const few = await load('region,year,balance\nFRA,2020,"(1,234.5)"\nFRA,2021,45\nFRA,2022,46\nFRA,2023,47\n');
    expect(few.panel.observations.array("value")[0]).toBe(-1234.5);
    const many = await load(
      "region,year,rate\nFRA,2020,5.1\nFRA,2021,(0.2)\nESP,2020,5.2\nESP,2021,(0.3)\nITA,2020,5\n",
    );
    expect(many.account.tables[0]?.asideCounts.not_a_figure).toBe(2);
  });

  it("reads years before statistics under a heading that says they are years", async () => {
    const { panel } = await load(
      "Entity,Code,Year,Population\nFrance,FRA,-10000,5\nFrance,FRA,1000,6\nFrance,FRA,1820,7\n",
    );
    expect(panel.observations.array("year")).toEqual([-10000, 1000, 1820]);
  });

  it("dates a figure by the day where year and day stand side by side", async () => {
    const { panel } = await load("region,year,day,cases\nFRA,2020,2020-03-01,5\nFRA,2020,2020-03-02,6\n");
    expect(panel.observations.array("period")).toEqual(["2020-03-01/2020-03-01", "2020-03-02/2020-03-02"]);
  });

  it("does not retype codes and versions: leading zeros stay", async () => {
    const { panel } = await load("region,year,value\n010203,2020,007\n");
    expect(rowsOf(panel.observations)).toMatchObject([{ region: "010203", value: 7, as_written: "007" }]);
  });

  it("reads headings with tags and line breaks", async () => {
    const { panel } = await load('"<b>地区</b>","2020年\n<i>收案</i>(件)"\n昆明市,5\n');
    expect(rowsOf(panel.observations)).toMatchObject([{ year: 2020, indicator: "收案", unit: "case" }]);
  });

  it("reads ten thousand columns", async () => {
    const headings = Array.from({ length: 10_000 }, (_, at) => `item ${at}`);
    const { panel } = await load(
      csv([
        ["region", "year", ...headings],
        ["DEU", "2020", ...headings.map((_, at) => String(at))],
      ]),
    );
    expect(panel.observations.numRows()).toBe(10_000);
    expect(panel.indicators.size).toBe(10_000);
  });

  it("takes what the caller states for every figure that says nothing else", async () => {
    const { panel } = await load("地区,收案\n昆明市,5\n", { year: 2021, unit: "件" });
    expect(rowsOf(panel.observations)).toMatchObject([{ region: "530100", year: 2021, unit: "case" }]);
  });

  it("names what is missing where nobody states the year", async () => {
    const { account, panel } = await load("地区,收案\n昆明市,5\n");
    expect(panel.observations.numRows()).toBe(0);
    expect(account.findings).toMatchObject([{ code: "table.unplaced", facts: { lacks: "year", rows: 1 } }]);
  });

  it("lets a mapping settle what was guessed", async () => {
    const mapping = fromMapping(
      "m.json",
      JSON.stringify({
        columns: {
          a: { role: "region" },
          b: { role: "value", indicator: "loss_rate", year: 2022, unit: "%" },
          "#3": { role: "left_out" },
        },
      }),
    );
    const { panel, account } = await load("a,b,c\n昆明市,5,1\n昭通市,6,2\n", { mapping });
    expect(account.tables[0]?.certainty).toBe(1);
    expect(rowsOf(panel.observations)).toMatchObject([
      { region: "530100", year: 2022, indicator: "loss_rate", value: 5, unit: "percent" },
      { region: "530600", year: 2022, indicator: "loss_rate", value: 6, unit: "percent" },
    ]);
  });

  it("refuses a mapping with a word it does not know", () => {
    expect(() => fromMapping("m.json", '{"colums":{}}')).toThrow(/mapping/);
    expect(() => fromMapping("m.json", "{")).toThrow(/not JSON/);
  });

  it("streams a large file into the same observations as a small one", async () => {
    const rows = Array.from(
      { length: 120_000 },
      (_, at) =>
        `${PLACES[at % 6]},${1990 + (Math.floor(at / 6) % 30)},"indicator ${Math.floor(at / 180)}",${at % 7 === 0 ? "12.50 p" : at / 8}\n`,
    );
    const head = "geo,year,indicator,value\n";
    const large = await load(head + rows.join(""));
    const small = await load(head + rows.slice(0, 600).join(""));
    const strip = ({ locator: _, ...row }: ReturnType<typeof rowsOf>[number]) => row;
    expect(large.account.rowsKept).toBe(120_000);
    expect(rowsOf(large.panel.observations).slice(0, 600).map(strip)).toEqual(
      rowsOf(small.panel.observations).map(strip),
    );
  });
});
