import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { ReportRecord } from "./extract-job.ts";

/** Where a line stands in the journal. */
interface Line {
  readonly at: number;
  readonly length: number;
  readonly ok: boolean;
}

/** Reports that were read, one a line, on disk: what a run that was killed had done is not done again. */
export interface Journal {
  /** Whether the report was read; one that failed is tried again. */
  has(key: string): boolean;
  /** Adds a line made by {@link journalLine}. */
  add(line: string): Promise<void>;
  read(key: string): Promise<ReportRecord>;
  close(): Promise<void>;
  /** Closes the journal and deletes it. */
  remove(): Promise<void>;
}

const HEAD = /^\{"key":"([0-9a-f]+)","ok":(true|false)/;
const HEAD_LENGTH = 200;
const NEWLINE = 10;

/** The journal stands beside the folder that is to be written. */
export const journalOf = (target: string): string => `${resolve(target)}.partial.jsonl`;

/** A record as a line; key and state stand first, where they are found without reading the rest. */
export function journalLine({ key, ok, ...rest }: ReportRecord): string {
  return `${JSON.stringify({ key, ok, ...rest })}\n`;
}

/**
 * Opens the journal of a run, with what earlier runs left in it.
 *
 * @remarks A last line that was cut off is dropped. Only places of lines are held in memory.
 */
export async function openJournal(path: string): Promise<Journal> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, "a+");
  const lines = new Map<string, Line>();
  let end = await scan(path, lines);
  await handle.truncate(end);
  let last: Promise<unknown> = Promise.resolve();
  const append = async (line: string): Promise<void> => {
    const bytes = Buffer.from(line);
    await handle.appendFile(bytes);
    // A piece of a string keeps the whole of it in memory, so the head is made anew.
    note(lines, bytes.toString("latin1", 0, HEAD_LENGTH), end, bytes.length);
    end += bytes.length;
  };
  return {
    has: (key) => lines.get(key)?.ok === true,
    add: (line) => {
      // One after the other, so that places are right.
      const added = last.then(() => append(line));
      last = added;
      return added;
    },
    read: (key) => readLine(handle, lines.get(key) as Line),
    close: () => handle.close(),
    remove: async () => {
      await handle.close();
      await rm(path);
    },
  };
}

function note(lines: Map<string, Line>, start: string, at: number, length: number): void {
  const [, key, ok] = HEAD.exec(start) ?? [];
  if (key !== undefined) lines.set(key, { at, length, ok: ok === "true" });
}

async function readLine(handle: FileHandle, { at, length }: Line): Promise<ReportRecord> {
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, at);
  return JSON.parse(bytes.toString("utf8")) as ReportRecord;
}

/** Finds the lines; returns where the last whole one ends. */
async function scan(path: string, lines: Map<string, Line>): Promise<number> {
  let start = 0;
  let position = 0;
  let head = "";
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      head += head.length < HEAD_LENGTH ? chunk.toString("latin1", from, Math.min(at, from + HEAD_LENGTH)) : "";
      note(lines, head, start, position + at + 1 - start);
      head = "";
      start = position + at + 1;
      from = at + 1;
    }
    head += head.length < HEAD_LENGTH ? chunk.toString("latin1", from, from + HEAD_LENGTH) : "";
    position += chunk.length;
  }
  return start;
}
