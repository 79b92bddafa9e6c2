import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";
import type { KnownReport } from "./extract-job.ts";

const Entry = z.object({
  id: z.string().min(1),
  region_code: z.string().min(1).nullish(),
  level: z.string().min(1).nullish(),
  year: z.int().nullish(),
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullish(),
});

/**
 * What does a manifest say of each report?
 *
 * @remarks One JSON object a line; keys that are not ours are passed over, null says that nobody knows; of two lines for one report the later holds.
 *
 * @param text - the manifest
 * @param path - its path, for messages
 * @returns what is known, by name of the file without its ending
 * @throws {@link ComparandaError} `file.unreadable` naming the first line that does not hold
 * @example
 * ```ts @import.meta.vitest
 * const known = fromManifest('{"id":"a","region_code":"530623","year":2021,"chars":9}', "m.jsonl")
 * expect(known.get("a")).toEqual({ region: "530623", level: null, year: 2021 })
 * ```
 */
export function fromManifest(text: string, path: string): ReadonlyMap<string, KnownReport> {
  const known = new Map<string, KnownReport>();
  const expected = "{id, region_code, level, year, published} a line";
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === "") return;
      const refuse = (got: string) =>
        new ComparandaError("file.unreadable", { verb: "extract", path: `${path}:${index + 1}`, got, expected });
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch (cause) {
        throw refuse((cause as Error).message);
      }
      const parsed = Entry.safeParse(value);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw refuse(`${issue?.path.join(".") || "line"}: ${issue?.message}`);
      }
      const { id, region_code, level, year, published } = parsed.data;
      known.set(id, {
        level: level ?? null,
        ...(region_code !== undefined && { region: region_code }),
        ...(year !== undefined && { year }),
        ...(published !== undefined && { published }),
      });
    });
  return known;
}
