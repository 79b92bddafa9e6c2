import { ComparandaError } from "../model/errors.ts";
import { ENCODINGS } from "../read/encoding.ts";
import type { LoadTableOptions } from "../read/load-table.node.ts";
import { FORMATS } from "../read/sniff-format.ts";
import { nearest } from "../util/nearest.ts";

function oneOf<T extends string>(argument: string, known: readonly T[], got: string): T {
  const found = known.find((one) => one === got.toLowerCase());
  if (found !== undefined) return found;
  const suggestion = nearest(got, known)[0] ?? null;
  throw new ComparandaError("argument.invalid", {
    verb: "load",
    argument,
    got,
    expected: known.join(" | "),
    suggestion,
  });
}

/** What `comparanda load` was told about a file, checked. */
export function loadOptions(given: {
  readonly mapping?: string;
  readonly encoding?: string;
  readonly format?: string;
  readonly sheet?: string;
  readonly regions?: string;
  readonly region?: string;
  readonly year?: string;
  readonly indicator?: string;
  readonly unit?: string;
}): LoadTableOptions {
  const { mapping, encoding, format, sheet, regions, region, year, indicator, unit } = given;
  return {
    ...(mapping !== undefined && { mappingFile: mapping }),
    ...(encoding !== undefined && { encoding: oneOf("--encoding", ENCODINGS, encoding) }),
    ...(format !== undefined && { format: oneOf("--format", FORMATS, format) }),
    ...(sheet !== undefined && { sheet: /^\d+$/.test(sheet) ? Number(sheet) : sheet }),
    ...(regions === "china" || regions === "world" ? { regions } : regions !== undefined && { regionsFile: regions }),
    ...(region !== undefined && { region }),
    ...(year !== undefined && { year }),
    ...(indicator !== undefined && { indicator }),
    ...(unit !== undefined && { unit }),
  };
}
