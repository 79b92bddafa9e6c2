import { ComparandaError } from "../model/errors.ts";

/** The error for a file that cannot be read as what it is; its cause stays with it. */
export function unreadable(
  path: string,
  got: string,
  expected: string,
  cause?: unknown,
): ComparandaError<"file.unreadable"> {
  return new ComparandaError(
    "file.unreadable",
    { verb: "load", path, got, expected },
    cause === undefined ? {} : { cause },
  );
}

/** The message of whatever a library threw. */
export const saying = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
