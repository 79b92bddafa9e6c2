/** One case of a reference file. */
export interface VectorCase {
  readonly id?: string;
  readonly tags?: readonly string[];
  readonly input?: Json;
  readonly args?: Json | null;
  readonly expected?: Json;
  readonly tolerance?: number;
}

/** A reference file: one family of statistics. */
export interface VectorFile {
  readonly family: string;
  readonly cases: readonly VectorCase[];
}

/** An object as JSON has it. Missing numbers are null, whatever the file wrote. */
export interface Json {
  // biome-ignore lint/suspicious/noExplicitAny: the keys and shapes differ from family to family; adapters name them.
  readonly [key: string]: any;
}

/** What our functions say under the names of the file, or null where a method is not offered. */
export type Adapter = (input: Json, args: Json) => Json | null;

/** Numbers that JSON cannot write are strings in the files. */
export function decoded(value: unknown): unknown {
  if (value === "NaN") return null;
  if (value === "Infinity") return Number.POSITIVE_INFINITY;
  if (value === "-Infinity") return Number.NEGATIVE_INFINITY;
  if (Array.isArray(value)) return value.map(decoded);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decoded(each)]));
}
