import { type Finding, finding, type Place } from "../model/finding.ts";
import type { RefusedFigure } from "../model/refusals.ts";
import { type ColumnTable, type DictionaryColumn, NumberColumn, numbersOf, tableOf } from "../model/table.ts";
import { append } from "../util/append.ts";
import { columnsOf, dictionaryOf, editedTexts, hasColumn, numbersOrNone, withFlag } from "./columns.ts";
import { type Groups, groupsOf, rowsOfGroup } from "./groups.ts";

export interface ComparableOptions {
  readonly verb: string;
  /** Column of the numbers. */
  readonly by: string;
  /** Columns that part the groups in which figures are compared. */
  readonly groups: readonly string[];
  /** Refusals to override, by code. */
  readonly allow?: readonly string[];
  /** Cases a figure must rest on: the denominator of a percentage, the count of a figure per head. Default 0. */
  readonly minimumCases?: number;
}

/** A settled table whose figures may be compared within their groups: those that may not are null, with reason and flag. */
export interface Comparable {
  readonly table: ColumnTable;
  readonly values: Float64Array;
  readonly groups: Groups;
  readonly findings: readonly Finding[];
}

/** Columns that may hold one value only within a group, and the code of the refusal where they hold several. */
const ONE_OF_EACH = [
  ["body", "body.mixed"],
  ["indicator", "definition.mixed"],
  ["definition", "definition.mixed"],
  ["unit", "unit.mixed"],
] as const;

/** What stands for a cell that does not say: a figure without a definition of its own has that of its indicator. */
const UNSTATED = "—";

interface Refusal {
  readonly code: RefusedFigure;
  readonly missing: string;
  readonly rows: readonly number[];
  readonly findings: readonly Finding[];
}

/** Where in the data a row of a comparison sits. */
export function placeOfRow(table: ColumnTable, row: number): Partial<Place> {
  const cell = (name: string) => (hasColumn(table, name) ? (table.get(name, row) ?? null) : null);
  return { region: cell("region"), indicator: cell("indicator"), year: cell("year") };
}

/** Code with most figures in a group; of equals the first. */
function mostFrequent(rows: Int32Array, codes: Int32Array, values: Float64Array): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (Number.isNaN(values[row])) continue;
    counts.set(codes[row] as number, (counts.get(codes[row] as number) ?? 0) + 1);
  }
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0])[0];
}

/** Groups in which a column holds more than one value among rows with a figure. */
function mixedGroups(groups: Groups, codes: Int32Array, values: Float64Array): number[] {
  const first = new Int32Array(groups.count).fill(-2);
  const mixed = new Set<number>();
  for (let row = 0; row < codes.length; row += 1) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    const group = groups.of[row] as number;
    const code = codes[row] as number;
    if (first[group] === -2) first[group] = code;
    else if (first[group] !== code) mixed.add(group);
  }
  return [...mixed];
}

/** Rows whose body, indicator or unit is not the one most figures of their group have. */
function otherKinds(table: ColumnTable, groups: Groups, values: Float64Array, options: ComparableOptions): Refusal[] {
  return ONE_OF_EACH.flatMap(([name, code]): Refusal[] => {
    if (!hasColumn(table, name) || options.groups.includes(name)) return [];
    const { codes, values: words } = dictionaryOf(table, name);
    if (words.length === 0) return [];
    const rows: number[] = [];
    const findings: Finding[] = [];
    for (const group of mixedGroups(groups, codes, values)) {
      const own = rowsOfGroup(groups, group);
      const taken = mostFrequent(own, codes, values);
      const others = [...own].filter((row) => codes[row] !== taken && !Number.isNaN(values[row]));
      append(rows, others);
      const word = (one: number) => words[one] ?? UNSTATED;
      const all = [...new Set([taken, ...others.map((row) => codes[row] as number)])].map(word);
      const { indicator = null, year = null } = placeOfRow(table, own[0] as number);
      findings.push(mixedFinding(code, all, word(taken), { indicator, year }));
    }
    return [{ code, missing: "not_comparable", rows, findings }];
  });
}

function mixedFinding(
  code: (typeof ONE_OF_EACH)[number][1],
  all: readonly string[],
  taken: string,
  place: Partial<Place>,
) {
  if (code === "body.mixed") return finding("warning", code, { bodies: all, taken }, place);
  if (code === "unit.mixed") return finding("warning", code, { units: all, taken }, place);
  return finding("warning", code, { indicators: all, taken }, { ...place, indicator: null });
}

/** Figures of part of a year beside figures of another span; where all share one span they compare. */
function partYears(table: ColumnTable, groups: Groups, values: Float64Array): Refusal {
  const found: Refusal = { code: "period.partial", missing: "not_comparable", rows: [], findings: [] };
  if (!hasColumn(table, "period")) return found;
  const { codes, values: words } = dictionaryOf(table, "period");
  if (words.length === 0) return found;
  const rows = mixedGroups(groups, codes, values).flatMap((group) =>
    [...rowsOfGroup(groups, group)].filter((row) => codes[row] !== -1 && !Number.isNaN(values[row])),
  );
  const findings = rows.map((row) =>
    finding("warning", "period.partial", { period: words[codes[row] as number] as string }, placeOfRow(table, row)),
  );
  return { ...found, rows, findings };
}

/** Cases behind a figure: those counted where it is per head (not the people living there), all of them where it is percent. */
function casesOf(table: ColumnTable, numerators: Float64Array, denominators: Float64Array): (row: number) => number {
  const cell = (name: string) => (hasColumn(table, name) ? dictionaryOf(table, name) : null);
  const [units, bases] = [cell("unit"), cell("basis")];
  return (row) => {
    if ((bases?.at(row) ?? null) !== null) return numerators[row] as number;
    return units?.at(row) === "percent" ? (denominators[row] as number) : Number.NaN;
  };
}

/** Rates of nobody, and figures that rest on fewer cases than asked for. */
function fewCases(table: ColumnTable, values: Float64Array, least: number): Refusal[] {
  if (!hasColumn(table, "denominator")) return [];
  const found = { none: [] as number[], few: [] as number[] };
  const findings = { none: [] as Finding[], few: [] as Finding[] };
  const denominators = numbersOrNone(table, "denominator");
  const numerators = numbersOrNone(table, "numerator");
  const cases = casesOf(table, numerators, denominators);
  for (let row = 0; row < values.length; row += 1) {
    const denominator = denominators[row] as number;
    if (!(denominator === 0 || least > 0) || Number.isNaN(values[row]) || Number.isNaN(denominator)) continue;
    const numerator = numerators[row] as number;
    if (denominator === 0) {
      found.none.push(row);
      findings.none.push(finding("warning", "denominator.zero", { numerator }, placeOfRow(table, row)));
    } else if (cases(row) < least) {
      found.few.push(row);
      findings.few.push(finding("warning", "cases.few", { cases: cases(row), least }, placeOfRow(table, row)));
    }
  }
  return [
    { code: "denominator.zero", missing: "not_applicable", rows: found.none, findings: findings.none },
    { code: "cases.few", missing: "suppressed", rows: found.few, findings: findings.few },
  ];
}

/**
 * Which figures of a table may be set side by side within their groups?
 *
 * @remarks
 * Refused: a rate of nobody (`denominator.zero`), fewer cases than asked for (`cases.few`), another body, indicator, definition
 * or unit than most of the group (`body.mixed`, `definition.mixed`, `unit.mixed`), part of a year beside other spans
 * (`period.partial`). A refused figure is null with its reason in `missing` and the code in `flags`. A refusal that
 * `allow` names is not made; the code then stands in `note`, and `refusal.allowed` is found.
 *
 * @param table - a settled table
 * @returns the table with those cells changed, and its groups; the table itself where nothing is refused
 */
export function comparable(table: ColumnTable, options: ComparableOptions): Comparable {
  const { by, verb, allow = [], minimumCases = 0 } = options;
  const groups = groupsOf(table, options.groups);
  const given = numbersOf(table, by);
  const refusals = fewCases(table, given, minimumCases);
  const counted = refusals.some(({ rows }) => rows.length > 0) ? given.slice() : given;
  for (const { rows, code } of refusals) if (!allow.includes(code)) for (const row of rows) counted[row] = Number.NaN;
  refusals.push(...otherKinds(table, groups, counted, options), partYears(table, groups, counted));
  const effective = refusals.filter(({ rows }) => rows.length > 0);
  if (effective.length === 0) return { table, values: given, groups, findings: [] };
  const made = effective.filter(({ code }) => !allow.includes(code));
  const allowed = effective.filter(({ code }) => allow.includes(code));
  const refused = withRefusals(table, by, made, allowed);
  return {
    table: refused,
    values: numbersOf(refused, by),
    groups,
    findings: [
      ...made.flatMap(({ findings }) => findings),
      ...allowed.map(({ code }) => finding("note", "refusal.allowed", { verb, code })),
    ],
  };
}

function withRefusals(
  table: ColumnTable,
  by: string,
  made: readonly Refusal[],
  allowed: readonly Refusal[],
): ColumnTable {
  const values = numbersOf(table, by).slice();
  const [missing, flags, note] = ["missing", "flags", "note"].map((name) => dictionaryOf(table, name)) as [
    DictionaryColumn,
    DictionaryColumn,
    DictionaryColumn,
  ];
  const changed = {
    missing: new Map<number, string>(),
    flags: new Map<number, string | null>(),
    note: new Map<number, string>(),
  };
  for (const refusal of made) {
    for (const row of refusal.rows) {
      values[row] = Number.NaN;
      if (!changed.missing.has(row)) changed.missing.set(row, refusal.missing);
    }
  }
  for (const { rows, code } of [...made, ...allowed]) {
    for (const row of rows) changed.flags.set(row, withFlag(changed.flags.get(row) ?? flags.at(row), code));
  }
  for (const { rows, code } of allowed) {
    for (const row of rows) {
      const before = changed.note.get(row) ?? note.at(row);
      changed.note.set(row, [before, `allow: ${code}`].filter((part) => part !== null).join("; "));
    }
  }
  return tableOf({
    ...columnsOf(table),
    [by]: new NumberColumn(values),
    missing: editedTexts(missing, changed.missing),
    flags: editedTexts(flags, changed.flags),
    ...(changed.note.size > 0 && { note: editedTexts(note, changed.note) }),
  });
}
