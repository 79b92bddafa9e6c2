/** Writes schemas/mapping.schema.json from the shape that mapping files are checked against. */
import { mkdirSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { Mapping } from "../src/read/mapping.ts";

const schema = {
  title: "Mapping of a foreign table for comparanda",
  description: "What the columns of a table mean, where guessing is not wanted. Everything in it is optional.",
  ...z.toJSONSchema(Mapping),
};
mkdirSync("schemas", { recursive: true });
writeFileSync("schemas/mapping.schema.json", `${JSON.stringify(schema, null, 2)}\n`);
