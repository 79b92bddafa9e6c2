import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";

/** A text in both languages; one alone serves for both. */
const Words = z
  .union([z.string().min(1), z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) })])
  .transform((words) => (typeof words === "string" ? { "zh-CN": words, en: words } : words));

const Years = z.union([z.int(), z.array(z.int()).min(1)]);

const common = {
  /** Name of the files: letters, digits, hyphens. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: Words.optional(),
  takeaway: Words.optional(),
  /** A paragraph above the figure. */
  text: Words.optional(),
  note: Words.optional(),
  highlight: z.array(z.string()).optional(),
  body: z.string().optional(),
};

const figures = z.discriminatedUnion("chart", [
  z.strictObject({
    ...common,
    chart: z.literal("rankedDots"),
    indicator: z.string(),
    year: z.int(),
    level: z.string().optional(),
    within: z.string().optional(),
    regions: z.array(z.string()).optional(),
    per: z.number().positive().optional(),
    tolerance: z.number().nonnegative().optional(),
    basis: z.string().optional(),
    /** A region whose own figure is drawn as the line to compare with, such as the parent. */
    benchmark: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    chart: z.literal("trendLines"),
    indicator: z.string(),
    regions: z.array(z.string()).min(1),
    year: Years.optional(),
    per: z.number().positive().optional(),
    tolerance: z.number().nonnegative().optional(),
    basis: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    chart: z.literal("slope"),
    indicator: z.string(),
    years: z.tuple([z.int(), z.int()]),
    level: z.string().optional(),
    within: z.string().optional(),
    regions: z.array(z.string()).optional(),
    per: z.number().positive().optional(),
    tolerance: z.number().nonnegative().optional(),
    basis: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    chart: z.literal("sideBySide"),
    indicators: z.array(z.string()).min(1),
    /** Regions with the year each is shown for. */
    rows: z.array(z.strictObject({ region: z.string(), year: z.int() })).min(1),
  }),
]);

/** What a briefing shows: `brief.json` beside the data package. */
export const BriefingPlan = z.strictObject({
  $schema: z.string().optional(),
  title: Words,
  summary: Words.optional(),
  figures: z.array(figures).min(1),
});
export type BriefingPlan = z.output<typeof BriefingPlan>;
export type PlannedFigure = BriefingPlan["figures"][number];

/**
 * Reads a briefing plan.
 *
 * @throws {@link ComparandaError} `file.unreadable` naming the first place that does not hold
 */
export function fromPlan(json: string, path: string): BriefingPlan {
  const expected = "a briefing plan";
  const refuse = (got: string) => new ComparandaError("file.unreadable", { verb: "brief", path, got, expected });
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw refuse(String((cause as Error).message));
  }
  const parsed = BriefingPlan.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw refuse(`${issue?.path.join(".") || "plan"}: ${issue?.message}`);
}
