import { appendFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NO_EXTRACTION, type ReportRecord } from "../../src/recipes/extract-job.ts";
import { journalLine, openJournal } from "../../src/recipes/extract-journal.node.ts";

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "journal-"));
});
afterEach(() => rm(place, { recursive: true }));

const record = (key: string, text: string, ok = true): ReportRecord => ({
  key,
  ok,
  text,
  title: null,
  issuer: null,
  published: null,
  region: null,
  year: null,
  extraction: NO_EXTRACTION,
  findings: [],
});

test("what was added is read back, in the same run and in the next", async () => {
  const path = join(place, "j.jsonl");
  // Lines longer than a piece of the file that is read at once, in characters of one to four bytes.
  const texts = ["短", "长".repeat(200_000), "line\nend \u2028 😀".repeat(9000), ""];
  const first = await openJournal(path);
  await Promise.all(texts.map((text, i) => first.add(journalLine(record(`a${i}`, text)))));
  expect((await first.read("a2")).text).toBe(texts[2]);
  await first.close();
  const second = await openJournal(path);
  for (const [i, text] of texts.entries()) {
    expect(second.has(`a${i}`)).toBe(true);
    expect(await second.read(`a${i}`)).toEqual(record(`a${i}`, text));
  }
  await second.remove();
  expect(await readdir(place)).toEqual([]);
});

test("a report that failed is tried again, and its later line holds", async () => {
  const journal = await openJournal(join(place, "j.jsonl"));
  await journal.add(journalLine(record("f", "", false)));
  expect(journal.has("f")).toBe(false);
  await journal.add(journalLine(record("f", "now", true)));
  expect(journal.has("f")).toBe(true);
  expect((await journal.read("f")).text).toBe("now");
  await journal.close();
});

test("a line cut off anywhere is dropped and nothing before it", async () => {
  const whole = journalLine(record("c", "被切断的一行"));
  const bytes = Buffer.from(whole);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async (cut) => {
      const path = join(place, `${cut}.jsonl`);
      await rm(path, { force: true });
      const first = await openJournal(path);
      await first.add(journalLine(record("b", "完整")));
      await first.close();
      await appendFile(path, bytes.subarray(0, cut));
      const second = await openJournal(path);
      expect([second.has("b"), second.has("c")]).toEqual([true, false]);
      await second.add(whole);
      expect((await second.read("c")).text).toBe("被切断的一行");
      expect((await second.read("b")).text).toBe("完整");
      await second.close();
    }),
    { numRuns: 30 },
  );
});
