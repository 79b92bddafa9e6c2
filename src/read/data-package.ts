import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";
import { DIRECTIONS, INDICATOR_KINDS } from "../model/indicator.ts";
import { KINDS, MISSING_REASONS, OBSERVATION_COLUMNS, QUALIFIERS } from "../model/observation.ts";
import type { ResourceShape } from "./resource.ts";

const text = (names: string) => Object.fromEntries(names.split(" ").map((name) => [name, "string" as const]));

/**
 * The resources a panel is made of, by name; only `observations` must be there. `statements` are targets, benchmarks and
 * changes: rows of the same shape, kept apart on disk so that nobody draws them as results.
 */
export const RESOURCES = {
  observations: {
    kinds: OBSERVATION_COLUMNS,
    sets: { qualifier: QUALIFIERS, kind: KINDS, missing: MISSING_REASONS },
    required: ["region", "year", "indicator", "value"],
  },
  statements: {
    kinds: OBSERVATION_COLUMNS,
    sets: { qualifier: QUALIFIERS, kind: KINDS, missing: MISSING_REASONS },
    required: ["region", "year", "indicator", "value"],
  },
  regions: {
    kinds: { ...text("region name name_en level parent note"), valid_from: "integer", valid_to: "integer" },
    sets: {},
    required: ["region"],
  },
  indicators: {
    kinds: text(
      "indicator name_zh name_en unit unit_zh kind numerator denominator direction family definition comparability_note synonyms_zh",
    ),
    sets: { kind: INDICATOR_KINDS, direction: DIRECTIONS },
    required: ["indicator"],
  },
  population: {
    kinds: { ...text("region basis source note"), year: "integer", value: "number" },
    sets: {},
    required: ["region", "year", "value"],
  },
  sources: { kinds: text("source title publisher published url note definition"), sets: {}, required: ["source"] },
  breaks: { kinds: { ...text("family indicator reason_zh reason_en"), year: "integer" }, sets: {}, required: ["year"] },
} as const satisfies Record<string, ResourceShape>;

export type ResourceName = keyof typeof RESOURCES;

/** Which column holds keys of which resource; a resource that is not there is not checked against. */
export const FOREIGN_KEYS: readonly { from: ResourceName; column: string; to: ResourceName; key: string }[] = [
  { from: "observations", column: "region", to: "regions", key: "region" },
  { from: "observations", column: "indicator", to: "indicators", key: "indicator" },
  { from: "observations", column: "source", to: "sources", key: "source" },
  { from: "regions", column: "parent", to: "regions", key: "region" },
  { from: "population", column: "region", to: "regions", key: "region" },
  { from: "population", column: "source", to: "sources", key: "source" },
  { from: "indicators", column: "numerator", to: "indicators", key: "indicator" },
  { from: "indicators", column: "denominator", to: "indicators", key: "indicator" },
  { from: "breaks", column: "indicator", to: "indicators", key: "indicator" },
];

const Path = z.union([z.string(), z.array(z.string()).min(1)]);
const Descriptor = z.looseObject({
  name: z.string().optional(),
  title: z.string().optional(),
  resources: z.array(z.looseObject({ name: z.string(), path: Path.optional() })).min(1),
});
export type DataPackageDescriptor = z.infer<typeof Descriptor>;

/**
 * Reads the descriptor of a Frictionless Data Package and checks that a panel can be made of it.
 *
 * @param json - text of `datapackage.json`
 * @param path - its path, for messages
 * @throws {@link ComparandaError} `package.invalid` where it is no JSON, no package, or has no `observations`
 */
export function fromDescriptor(json: string, path: string): DataPackageDescriptor {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new ComparandaError(
      "package.invalid",
      { path, got: String((cause as Error).message), expected: "JSON" },
      { cause },
    );
  }
  const parsed = Descriptor.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const got = `${issue?.path.join(".") || "descriptor"}: ${issue?.message ?? "not valid"}`;
    throw new ComparandaError("package.invalid", { path, got, expected: "a data package with named resources" });
  }
  if (!parsed.data.resources.some((resource) => resource.name === "observations")) {
    const got = parsed.data.resources.map((resource) => resource.name).join(", ");
    throw new ComparandaError("package.invalid", { path, got, expected: 'a resource named "observations"' });
  }
  if (resourcePaths(parsed.data, "observations", path).length === 0) {
    throw new ComparandaError("package.invalid", { path, got: "observations without a path", expected: "a file" });
  }
  return parsed.data;
}

/** Paths of a resource below the package's folder; an address or a path that leaves the folder is refused. */
export function resourcePaths(descriptor: DataPackageDescriptor, name: string, path: string): readonly string[] {
  const found = descriptor.resources.find((resource) => resource.name === name)?.path;
  const paths = found === undefined ? [] : [found].flat();
  for (const part of paths) {
    if (/^[a-z]+:|^[/\\]|(^|[/\\])\.\.([/\\]|$)/i.test(part)) {
      throw new ComparandaError("package.invalid", { path, got: part, expected: "a path inside the package's folder" });
    }
  }
  return paths;
}
