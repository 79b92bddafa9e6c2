import fc from "fast-check";
import { expect, test } from "vitest";
import { asTable, groupRows } from "../../src/model/table.ts";
import { groupsOf, rowsOfGroup } from "../../src/verbs/groups.ts";

const cell = {
  text: fc.option(fc.constantFrom("a", "b", "c", "")),
  whole: fc.option(fc.integer({ min: -3, max: 3 })),
  share: fc.option(fc.constantFrom(0.5, 1.25, 1e300, -2)),
  far: fc.option(fc.constantFrom(0, 2 ** 40, -(2 ** 40))),
};

test("groups are those of equal cells, in order of first appearance, rows in theirs", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record(cell), { minLength: 1, maxLength: 60 }),
      fc.subarray(["text", "whole", "share", "far"]),
      (rows, names) => {
        const table = asTable(rows);
        const groups = groupsOf(table, names);
        const got = Array.from({ length: groups.count }, (_, group) => [...rowsOfGroup(groups, group)]);
        expect(got).toEqual(groupRows(table, names));
        got.forEach((own, group) => {
          for (const row of own) expect(groups.of[row]).toBe(group);
        });
      },
    ),
  );
});

test("many columns of many values are told apart", () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({ a: `a${i % 4999}`, b: i * 1000, c: `c${i}`, d: i / 7 }));
  expect(groupsOf(asTable(rows), ["a", "b", "c", "d"]).count).toBe(5000);
});

test("an empty table has no groups", () => {
  expect(groupsOf(asTable([]), []).count).toBe(0);
});
