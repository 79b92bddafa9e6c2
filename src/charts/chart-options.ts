import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";
import { LANGUAGES } from "../model/messages/message.ts";

const Words = z.string().min(1).nullable().optional();

/** A line to compare with, such as a mean of all regions: its value on the unit's scale and its label. */
const Benchmark = z.strictObject({ value: z.number(), label: z.string().min(1) });

/** What every chart lets its caller say. A text of null is left out; one not given has a default from the rows. */
export const ChartOptions = z.strictObject({
  title: z.string().min(1).optional(),
  takeaway: Words,
  subtitle: Words,
  note: Words,
  source: z.string().min(1).optional(),
  highlight: z.union([z.string(), z.array(z.string())]).optional(),
  benchmark: Benchmark.nullable().optional(),
  language: z.enum(LANGUAGES).default("zh-CN"),
  width: z.int().min(320).max(4000).default(760),
});
export type ChartOptions = z.input<typeof ChartOptions>;

/** What was asked, checked, with defaults filled in. */
export type ChartSettings = z.output<typeof ChartOptions>;

/**
 * Checks the options of a chart.
 *
 * @throws {@link ComparandaError} `argument.invalid` names the first option that does not hold
 */
export function readOptions<S extends z.ZodType>(verb: string, schema: S, options: unknown): z.output<S> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys : undefined;
  const path = (unknown ?? issue?.path ?? []).map(String);
  const got = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], options);
  throw new ComparandaError("argument.invalid", {
    verb,
    argument: path.join(".") || "options",
    got: typeof got === "string" ? got : (JSON.stringify(got) ?? "undefined"),
    expected: unknown === undefined ? (issue?.message ?? "valid options") : "no such option",
    suggestion: null,
  });
}

/** The regions to bring out, as a set of codes. */
export function highlighted(settings: ChartSettings): ReadonlySet<string> {
  return new Set([settings.highlight ?? []].flat());
}
