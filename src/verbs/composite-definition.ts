import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";

const Ties = z.enum(["min", "max", "average", "dense", "first"]);

const Normalise = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("min_max"), lower: z.number().default(0), upper: z.number().default(100) }),
  z.strictObject({ method: z.literal("z_score"), mean: z.number().default(0), sd: z.number().positive().default(1) }),
  z.strictObject({ method: z.literal("robust_z") }),
  z.strictObject({ method: z.literal("scaled"), lower: z.number(), upper: z.number() }),
  z.strictObject({ method: z.literal("rank"), ties: Ties.default("min") }),
  z.strictObject({ method: z.literal("borda"), ties: Ties.default("min") }),
  z.strictObject({ method: z.literal("percentile_rank"), ties: Ties.default("min") }),
  z.strictObject({ method: z.literal("distance_to_maximum") }),
  z.strictObject({ method: z.literal("fraction_of_maximum") }),
  z.strictObject({
    method: z.literal("distance_to_reference"),
    reference: z.string(),
    capped: z.boolean().default(false),
  }),
  z.strictObject({ method: z.literal("distance_to_target"), target: z.number(), capped: z.boolean().default(false) }),
  z.strictObject({
    method: z.literal("goalposts"),
    lower: z.number(),
    upper: z.number(),
    scale: z.number().default(1),
    truncated: z.boolean().default(true),
  }),
]);

const Treat = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("none") }),
  z.strictObject({
    method: z.literal("winsorise"),
    most: z.number().int().min(0).nullable().default(5),
    skewnessBelow: z.number().positive().default(2),
    kurtosisBelow: z.number().default(3.5),
    forced: z.boolean().default(false),
  }),
  z.strictObject({ method: z.enum(["log", "log_either_side", "log_plus_one", "log_scaled"]) }),
  z.strictObject({ method: z.literal("box_cox"), lambda: z.number(), shifted: z.boolean().default(true) }),
]);

const Aggregate = z.enum(["arithmetic", "geometric", "harmonic"]);
const Weight = z.number().min(0).default(1);

const Leaf = z.strictObject({
  indicator: z.string().min(1),
  weight: Weight,
  /** Which end is good; default that of the indicator table, which must not be neutral then. */
  direction: z.enum(["higher_better", "lower_better"]).optional(),
  /** Who is counted; default as in the selection. */
  body: z.string().optional(),
  /** Residents to divide a count by. */
  per: z.number().positive().optional(),
  treat: Treat.optional(),
  normalise: Normalise.optional(),
});

const Branch = z.strictObject({
  id: z.string().min(1),
  name_zh: z.string().optional(),
  name_en: z.string().optional(),
  weight: Weight,
  aggregate: Aggregate.optional(),
  get children() {
    return z.array(z.union([Leaf, Branch])).min(1);
  },
});

const Definition = Branch.extend({
  treat: Treat.default({ method: "none" }),
  normalise: Normalise.default({ method: "min_max", lower: 0, upper: 100 }),
  aggregate: Aggregate.default("arithmetic"),
  /** What a missing score does: `refuse` the whole, or `rescale` the other weights down to a least share of them. */
  missing: z
    .discriminatedUnion("policy", [
      z.strictObject({ policy: z.literal("refuse") }),
      z.strictObject({ policy: z.literal("rescale"), least: z.number().min(0).max(1).default(0.5) }),
    ])
    .default({ policy: "refuse" }),
});

export type CompositeLeaf = z.infer<typeof Leaf>;
export type CompositeBranch = z.infer<typeof Branch>;
export type CompositeNormalise = z.infer<typeof Normalise>;
export type CompositeTreat = z.infer<typeof Treat>;
export type CompositeAggregate = z.infer<typeof Aggregate>;
/** The definition of a composite index with every default written out; as JSON it is the file. */
export type CompositeDefinition = z.infer<typeof Definition>;

/** Whether a node is an indicator rather than a group of nodes. */
export function isLeaf(node: CompositeLeaf | CompositeBranch): node is CompositeLeaf {
  return "indicator" in node;
}

/** The name of a node: that of a group, or of the indicator. */
export function nodeId(node: CompositeLeaf | CompositeBranch): string {
  return isLeaf(node) ? node.indicator : node.id;
}

/** All nodes from the top, each before its children. */
export function nodesOf(top: CompositeLeaf | CompositeBranch): (CompositeLeaf | CompositeBranch)[] {
  return isLeaf(top) ? [top] : [top, ...top.children.flatMap(nodesOf)];
}

/**
 * Reads the definition of a composite index: a small JSON file with a hierarchy of weighted indicators.
 *
 * @returns the definition with all defaults filled in; reading it again changes nothing
 * @throws {@link ComparandaError} `composite.invalid` that names the place and what is expected there
 * @example
 * ```ts @import.meta.vitest
 * const { missing } = fromCompositeDefinition({ id: "index", children: [{ indicator: "loss_rate" }] })
 * expect(missing).toEqual({ policy: "refuse" })
 * ```
 */
export function fromCompositeDefinition(definition: unknown): CompositeDefinition {
  const verb = "fromCompositeDefinition";
  const parsed = Definition.safeParse(definition);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join(".") || "definition";
    const got = JSON.stringify(valueAt(definition, issue?.path ?? [])) ?? "nothing";
    throw new ComparandaError("composite.invalid", { verb, where, got, expected: issue?.message ?? "a definition" });
  }
  const names = nodesOf(parsed.data).map(nodeId);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new ComparandaError("composite.invalid", {
      verb,
      where: "id",
      got: `"${twice}" twice`,
      expected: "each once",
    });
  }
  for (const node of nodesOf(parsed.data)) {
    if (isLeaf(node) || node.children.some(({ weight }) => weight > 0)) continue;
    const expected = "at least one weight above 0";
    throw new ComparandaError("composite.invalid", {
      verb,
      where: `children of ${node.id}`,
      got: "weights of 0",
      expected,
    });
  }
  return parsed.data;
}

function valueAt(from: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null)?.[key], from);
}
