import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { requireReplaceable, writeFolder } from "../../src/export/write-folder.node.ts";

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "folder-"));
});
afterEach(() => rm(place, { recursive: true }));

test("a folder appears with all its files, readable by all, and nothing temporary beside it", async () => {
  const target = join(place, "deep", "out");
  const files = await writeFolder(target, async (write) => {
    await write("b.txt", "2");
    await write("a/c.txt", "1");
  });
  expect(files).toEqual(["a/c.txt", "b.txt"]);
  expect(await readFile(join(target, "a", "c.txt"), "utf8")).toBe("1");
  expect(await readdir(join(place, "deep"))).toEqual(["out"]);
  expect((await stat(target)).mode & 0o755).toBe(0o755);
});

test("a failure half way leaves nothing behind and keeps what was there", async () => {
  const target = join(place, "out");
  await writeFolder(target, (write) => write("first.txt", "1"));
  const failing = writeFolder(target, async (write) => {
    await write("second.txt", "2");
    throw new Error("disk full");
  });
  await expect(failing).rejects.toThrow("disk full");
  expect(await readdir(place)).toEqual(["out"]);
  expect(await readdir(target)).toEqual(["comparanda.json", "first.txt"]);
});

test("a folder written before is replaced as a whole", async () => {
  const target = join(place, "out");
  await writeFolder(target, (write) => write("old.txt", "1"));
  await writeFolder(target, (write) => write("new.txt", "2"));
  expect(await readdir(target)).toEqual(["comparanda.json", "new.txt"]);
});

test.each([
  ["with files of somebody else", "letter.txt"],
  ["written before, with a file added since", "out/letter.txt"],
])("a folder %s is never replaced", async (_what, name) => {
  const target = join(place, "out");
  if (name.startsWith("out/")) await writeFolder(target, (write) => write("old.txt", "1"));
  else await mkdir(target);
  await writeFile(join(target, "letter.txt"), "dear");
  await expect(writeFolder(target, (write) => write("new.txt", "2"))).rejects.toMatchObject({
    code: "folder.occupied",
  });
  expect(existsSync(join(target, "letter.txt"))).toBe(true);
  expect(existsSync(join(target, "new.txt"))).toBe(false);
});

test("a file in the place of the folder is refused", async () => {
  await writeFile(join(place, "out"), "a file");
  await expect(writeFolder(join(place, "out"), async () => {})).rejects.toMatchObject({ code: "folder.occupied" });
});

test("a file can be written piece by piece", async () => {
  const target = join(place, "out");
  await writeFolder(target, async (_write, append) => {
    for (const piece of ["a", "b", "c"]) await append("deep/long.txt", piece);
  });
  expect(await readFile(join(target, "deep", "long.txt"), "utf8")).toBe("abc");
});

test("a file to keep is no stranger, and stays when the folder is replaced, with what is added meanwhile", async () => {
  const target = join(place, "out");
  const keep = ["decisions.jsonl"];
  await writeFolder(target, (write) => write("a.txt", "1"), { keep });
  await writeFile(join(target, "decisions.jsonl"), "one\n");
  await expect(requireReplaceable(target)).rejects.toMatchObject({ code: "folder.occupied" });
  expect(await requireReplaceable(target, keep)).toBe("ours");
  await writeFolder(
    target,
    async (write) => {
      await write("a.txt", "2");
      await writeFile(join(target, "decisions.jsonl"), "two\n", { flag: "a" });
    },
    { keep },
  );
  expect(await readFile(join(target, "a.txt"), "utf8")).toBe("2");
  expect(await readFile(join(target, "decisions.jsonl"), "utf8")).toBe("one\ntwo\n");
  expect(await readdir(place)).toEqual(["out"]);
});

test("a place that cannot be written to is refused before any work", async () => {
  const file = join(place, "file");
  await writeFile(file, "");
  const refused = expect.objectContaining({ code: "folder.unwritable" });
  await expect(writeFolder(join(file, "out"), (write) => write("a", "1"))).rejects.toEqual(refused);
  await expect(requireReplaceable(join(file, "deep", "out"))).rejects.toEqual(refused);
});
