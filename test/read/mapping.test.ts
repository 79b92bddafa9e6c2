import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { z } from "zod";
import { fromMapping, Mapping } from "../../src/read/mapping.ts";

const published = JSON.parse(readFileSync("schemas/mapping.schema.json", "utf8"));

it("the published schema is the one mapping files are checked against", () => {
  const { title: _, description: __, ...schema } = published;
  expect(schema).toEqual(z.toJSONSchema(Mapping));
});

const validate = new Ajv2020({ allowUnionTypes: true }).compile(published);

it.each([
  [
    {
      columns: { 地区: { role: "region" }, "#2": { role: "value", year: 2021, unit: "万元" } },
      fixed: { year: "2021-Q1" },
    },
    true,
  ],
  [
    {
      sheet: 2,
      fill_down: ["省"],
      decimal: ",",
      delimiter: ";",
      encoding: "gb18030",
      regions: "china",
      least_certainty: 0.9,
    },
    true,
  ],
  [{ columns: { 地区: { role: "area" } } }, false],
  [{ least_certainty: 2 }, false],
  [{ colums: {} }, false],
])("the schema and the reader agree on %j", (mapping, valid) => {
  expect(validate(mapping)).toBe(valid);
  const read = () => fromMapping("m.json", JSON.stringify(mapping));
  if (valid) expect(read()).toEqual(mapping);
  else expect(read).toThrow(/invalid mapping/);
});
