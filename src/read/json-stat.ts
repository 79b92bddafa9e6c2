import JSONstat from "jsonstat-toolkit";
import { inputFromRecords, type TableInput } from "./table-input.ts";
import { saying, unreadable } from "./unreadable.ts";

/** What we use of the toolkit, which has no types of its own. */
interface Category {
  readonly label: string;
  readonly unit: { readonly label?: string; readonly symbol?: string; readonly base?: string } | null;
}
interface Dimension {
  readonly label: string | null;
  readonly id: readonly string[];
  readonly length: number;
  Category(id: string): Category;
}
interface Dataset {
  readonly class: string | null;
  readonly label: string | null;
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly role: Readonly<Record<"time" | "geo" | "metric", readonly string[] | null>> | null;
  readonly value: readonly (number | string | null)[];
  readonly status: readonly (string | null)[] | null;
  Dimension(id: string): Dimension;
  Dataset(): readonly Dataset[] | null;
}

const MOST_CELLS = 20_000_000;
const TIME = /^(?:time|year|years|tid|period|time_period|ano|jahr|年份|年)$/i;
const GEO = /^(?:geo|area|region|country|ref_area|omr[aå]de|kommune|地区)$/i;

/** Whether a parsed JSON document is JSON-stat: a dataset, a collection, or a bundle of the first version. */
export function isJsonStat(document: unknown): boolean {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return false;
  const { class: kind, version, dimension } = document as Record<string, unknown>;
  if (kind === "dataset" || kind === "collection") return true;
  if (typeof version === "string" && dimension !== undefined) return true;
  const [first] = Object.values(document);
  return typeof first === "object" && first !== null && "dimension" in first && "value" in first;
}

/**
 * The datasets of a JSON-stat document, a record for each cell of each cube; cells without a value stay, with their status.
 *
 * @throws {@link ComparandaError} `file.unreadable` where sizes and values do not fit together
 */
export function fromJsonStat(name: string, document: unknown): TableInput[] {
  let datasets: readonly Dataset[];
  try {
    datasets = (JSONstat as unknown as (tree: unknown) => Dataset)(document).Dataset() ?? [];
  } catch (cause) {
    throw unreadable(name, saying(cause), "JSON-stat with id, size, dimension and value", cause);
  }
  return datasets.map((dataset) => fromDataset(name, dataset));
}

function fromDataset(name: string, dataset: Dataset): TableInput {
  const { id, size } = dataset;
  const cells = Array.isArray(size) ? size.reduce((product, length) => product * length, 1) : 0;
  if (
    !Array.isArray(id) ||
    id.length === 0 ||
    !Number.isInteger(cells) ||
    cells > MOST_CELLS ||
    !Array.isArray(dataset.value)
  )
    throw unreadable(
      name,
      "a cube without id, size or value, or a far too large one",
      "JSON-stat with id, size, dimension and value",
    );
  const axes = id.map((key, at) => axis(name, dataset, key, size[at] as number));
  const header = [...axes.flatMap(({ headings }) => headings), "value", "status"];
  const rows: string[][] = [header];
  const at = id.map(() => 0);
  for (let cell = 0; cell < cells; cell += 1) {
    const labels = axes.flatMap(({ texts }, axisAt) => texts[at[axisAt] as number] as readonly string[]);
    const value = dataset.value[cell];
    rows.push([...labels, value === null || value === undefined ? "" : String(value), dataset.status?.[cell] ?? ""]);
    for (let last = id.length - 1; last >= 0; last -= 1) {
      at[last] = (at[last] as number) + 1;
      if ((at[last] as number) < (size[last] as number)) break;
      at[last] = 0;
    }
  }
  return { ...inputFromRecords(dataset.label, dataset.label ? [dataset.label] : [], rows), everyTextTells: true };
}

interface Axis {
  readonly headings: readonly string[];
  readonly texts: readonly (readonly string[])[];
}

/** One dimension as columns: places with code and name, indicators with their unit, others by their label. */
function axis(name: string, dataset: Dataset, key: string, size: number): Axis {
  const dimension = dataset.Dimension(key);
  const codes = dimension?.id ?? [];
  if (codes.length !== size)
    throw unreadable(name, `dimension "${key}" of ${codes.length} categories`, `${size} as its size says`);
  const is = (role: "time" | "geo" | "metric", words: RegExp | null) =>
    dataset.role?.[role]?.includes(key) ?? (dataset.role === null && words !== null && words.test(key));
  const categories = codes.map((code) => dimension.Category(code));
  const label = (at: number) => categories[at]?.label ?? (codes[at] as string);
  if (is("time", TIME)) return { headings: ["time"], texts: codes.map((code) => [code]) };
  if (is("geo", GEO)) return { headings: ["geo", "geo_name"], texts: codes.map((code, at) => [code, label(at)]) };
  if (is("metric", null)) {
    // PxWeb of the Nordic offices writes base where the standard has label.
    const unit = (at: number) => {
      const { label: words, symbol, base } = categories[at]?.unit ?? {};
      return words ?? symbol ?? base ?? "";
    };
    const stated = categories.some((category) => category?.unit);
    return stated
      ? { headings: ["indicator", "unit"], texts: codes.map((_, at) => [label(at), unit(at)]) }
      : { headings: ["indicator"], texts: codes.map((_, at) => [label(at)]) };
  }
  return { headings: [key], texts: codes.map((_, at) => [label(at)]) };
}
