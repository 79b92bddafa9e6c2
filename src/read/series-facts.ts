const UNIT = /^(?:unit|units|单位|计量单位)$/iu;
const OTHER =
  /^(?:frequency|freq|频率|频度|source|来源|数据来源|status|状态|(?:series|指标)\s?(?:id|code|编码|代码)|id|mnemonic|更新时间|last updated?(?: time)?|(?:开始|结束|起始|截止)(?:时间|日期)|(?:start|end|first|last) (?:date|obs(?:ervation)?\.? ?date)|区域|国家|region|country|备注|remarks?)$/iu;

const PLACE = /^(?:区域|国家|region|country)$/iu;

/** Whether a row that starts with this text says a fact of each column, 指标ID or Status, and holds no figures. */
export function isSeriesFact(first: string): boolean {
  const text = first.normalize("NFKC").trim();
  return UNIT.test(text) || (OTHER.test(text) && !PLACE.test(text));
}

/**
 * The heading rows of a sheet of series, Wind or CEIC, that say one fact of each column, without what is no heading.
 *
 * @remarks
 * Such rows are named in the first column: 频率, 单位, 来源. The unit stays as a unit; frequency, source and identifiers go,
 * for no two columns are told apart by them.
 *
 * @param rows - heading rows from top to bottom
 * @returns the same rows where fewer than two of them are such facts
 */
export function withoutSeriesFacts(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const label = (row: readonly string[]) => (row[0] ?? "").normalize("NFKC").trim();
  const facts = rows.filter((row) => UNIT.test(label(row)) || OTHER.test(label(row)));
  if (facts.length < 2) return rows;
  const kept = rows.flatMap((row): string[][] => {
    if (UNIT.test(label(row)))
      return [["", ...row.slice(1).map((cell) => (cell.trim() === "" ? "" : `unit: ${cell.replaceAll(";", ",")}`))]];
    return OTHER.test(label(row)) ? [] : [["", ...row.slice(1)]];
  });
  return kept.some((row) => row.some((cell) => cell !== "")) ? kept : rows;
}
