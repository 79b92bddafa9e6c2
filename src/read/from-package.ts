import type { Finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import type { ColumnTable } from "../model/table.ts";
import { append } from "../util/append.ts";
import { completeRegions } from "./complete-regions.ts";
import { fromDescriptor, RESOURCES, type ResourceName, resourcePaths } from "./data-package.ts";
import { toPanel } from "./panel.ts";
import { readResource } from "./resource.ts";

/**
 * Makes a panel from a Frictionless Data Package wherever its files come from: a folder, attachments of a notebook, a fetch.
 *
 * @remarks
 * Only `observations` (with region, year, indicator, value) must be there. Cells, rows and keys that are wrong come as
 * findings with file and row; all rows are kept.
 *
 * @param readText - text of a file by its path inside the package, `datapackage.json` first
 * @param path - where the package is, for messages
 * @returns a panel; every verb takes it
 * @throws {@link ComparandaError} `package.invalid`, `column.missing`, and whatever `readText` throws
 */
export async function fromPackage(
  readText: (file: string) => Promise<string>,
  path = "datapackage.json",
): Promise<Panel> {
  const descriptor = fromDescriptor(await readText("datapackage.json"), path);
  const findings: Finding[] = [];
  const filesOf = (name: ResourceName) =>
    Promise.all(resourcePaths(descriptor, name, path).map(async (file) => ({ file, text: await readText(file) })));
  const read = async (name: ResourceName): Promise<ColumnTable | undefined> => {
    const files = await filesOf(name);
    if (name === "observations") files.push(...(await filesOf("statements")));
    if (files.length === 0) return undefined;
    const { table, findings: found } = readResource(files, RESOURCES[name]);
    append(findings, found);
    return table;
  };
  const observations = (await read("observations")) as ColumnTable;
  const tables: Partial<Record<ResourceName, ColumnTable>> & { observations: ColumnTable } = { observations };
  for (const name of ["regions", "indicators", "population", "sources", "breaks"] as const) {
    const table = await read(name);
    if (table !== undefined) tables[name] = table;
  }
  const panel = toPanel(tables, findings);
  return { ...panel, regions: await completeRegions(observations, panel.regions) };
}
