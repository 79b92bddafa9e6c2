import type { Wording } from "./wording.ts";

const quoted = (values: readonly string[]) => values.map((value) => `"${value}"`).join(", ");
const meant = (suggestion: string | null) => (suggestion === null ? "" : `; did you mean "${suggestion}"?`);
const few = (values: readonly string[], pause: string) =>
  values.slice(0, 5).join(pause) + (values.length > 5 ? ` … (${values.length})` : "");
const meantAny = (suggestions: readonly string[]) =>
  suggestions.length === 0 ? "" : `; did you mean ${suggestions.map((value) => `"${value}"`).join(" or ")}?`;

const body = (id: string) => (id === "" ? "body not stated" : id);

/** English wordings. Shape: `verb: missing | unknown | invalid | conflicting thing: got; expected …`. */
export const en: Wording = {
  "argument.invalid": (f) =>
    `${f.verb}: invalid ${f.argument}: got "${f.got}"; expected ${f.expected}${meant(f.suggestion)}`,
  "argument.missing": (f) => `${f.verb}: missing ${f.argument}; expected ${f.expected}`,
  "number.invalid": (f) => `${f.verb}: invalid ${f.argument}: got ${f.got}; expected ${f.expected}`,
  "length.conflicting": (f) =>
    `${f.verb}: conflicting lengths: ${f.first} has ${f.firstLength}, ${f.second} has ${f.secondLength}; expected the same`,
  "column.missing": (f) =>
    `${f.verb}: missing column "${f.column}"; the table has ${f.available.join(", ")}${meant(f.suggestion)}`,
  "indicator.unknown": (f) =>
    `${f.verb}: unknown indicator "${f.got}"; expected an id of the indicator table${meantAny(f.suggestions)}`,
  "region.unknown": (f) =>
    `${f.verb}: unknown region "${f.got}"; expected a code or name of the region table${meantAny(f.suggestions)}`,
  "region.ambiguous": (f) =>
    `${f.verb}: ambiguous region "${f.got}": ${f.candidates.join(", ")}; expected a code or one name`,
  "level.unknown": (f) => `${f.verb}: unknown level "${f.got}"; expected one of ${quoted(f.available)}`,
  "selection.empty": (f) =>
    `${f.verb}: no observation for ${f.asked}; ${
      f.years.length === 0
        ? "the indicator has none at all"
        : `there are figures of ${f.years.join(", ")} for ${few(f.regions, ", ")}`
    }`,
  "briefing.empty": (f) =>
    `brief: nothing to show: ${f.observations} observations; expected 3 regions in a year, 3 years of a region, or brief.json`,
  "file.missing": (f) => `${f.verb}: missing file "${f.path}"; expected ${f.expected}`,
  "file.unreadable": (f) => `${f.verb}: unreadable file "${f.path}": ${f.got}; expected ${f.expected}`,
  "folder.unwritable": (f) =>
    `${f.verb}: invalid folder "${f.path}": ${f.got}; expected a place that can be written to`,
  "folder.occupied": (f) =>
    `${f.verb}: folder "${f.path}" exists and was not written by comparanda; expected an empty or a new folder`,
  "package.invalid": (f) => `loadPanel: invalid data package "${f.path}": ${f.got}; expected ${f.expected}`,
  "row.ragged": (f) => `row with ${f.got} cells in ${f.file}, row ${f.row}; expected ${f.expected}`,
  "cell.invalid": (f) => `invalid ${f.column} "${f.got}" in ${f.file}, row ${f.row}; expected ${f.expected}`,
  "key.broken": (f) =>
    `unknown ${f.column} "${f.got}" in ${f.file}, row ${f.row}; expected a key of ${f.resource}${meant(f.suggestion)}`,
  "key.duplicate": (f) => `repeated key ${f.key} in ${f.file}, row ${f.row}; first seen in row ${f.first}`,
  "rate.contradicted": (f) =>
    `printed ${f.printed} but ${f.numerator} of ${f.denominator} gives ${f.computed.toFixed(2)}; the printed value is kept`,
  "rate.derived": (f) => `not printed; computed from ${f.numerator} of ${f.denominator}`,
  "rate.inverted": (f) => `numerator ${f.numerator} exceeds denominator ${f.denominator}`,
  "percent.outside": (f) => `percent outside 0 to 100: ${f.got}`,
  "year.outside": (f) => `year ${f.got} outside ${f.first} to ${f.last}`,
  "value.unexplained": () => "empty value without a reason; taken as not reported",
  "edge.conflicting": (f) => `value ${f.value} outside its edges ${f.lower ?? "open"} to ${f.upper ?? "open"}`,
  "unit.conflicting": (f) => `unit "${f.got}" where the indicator has "${f.expected}"`,
  "source.conflicting": (f) => `several sources differ: ${f.values.join(" | ")}; taken: ${f.taken}`,
  "body.mixed": (f) =>
    `figures count different bodies: ${f.bodies.map(body).join(", ")}; compared: ${body(f.taken)}, the others are not comparable`,
  "body.stated": (f) => `figures count different bodies, as stated beside each: ${f.bodies.map(body).join(", ")}`,
  "period.partial": (f) => `covers ${f.period}, not the calendar year`,
  "basis.registered": (f) => `divided by the registered population of ${f.year}: residents are not counted`,
  "interval.missing": (f) => `${f.regions} figure(s) without counts behind them have no interval and no rank range`,
  "year.mixed": (f) => `figures are of different years: ${f.years.join(", ")}`,
  "series.broken": (f) => `series break in ${f.year}: ${f.reason_en}`,
  "population.missing": (f) =>
    `no population within ${f.tolerance} year(s) of ${f.year}; nearest: ${f.nearest ?? "none"}; not divided`,
  "population.shifted": (f) => `divided by the ${f.basis} population of ${f.used}, not of ${f.year}`,
  "rate.redefined": (f) =>
    `printed ${f.printed} is not the rate by its definition (${f.expected.toFixed(2)}) but ${f.numerators.join(" + ")} over ${f.denominators.join(" + ")}: ${f.numerator} / ${f.denominator}`,
  "sum.contradicted": (f) =>
    `parts do not give the total: ${f.reckoning} (${f.parts.join(" + ")} against ${f.total.join(" + ")})`,
  "change.ambiguous": (f) =>
    `change of ${f.printed}: read as points the year before was ${f.asPoints.toFixed(2)}, read as percent ${f.asRelative.toFixed(2)}; last year's figure fits ${f.fits}`,
  "change.contradicted": (f) =>
    `printed change of ${f.printed} ${f.unit}, but the figures go from ${f.before} to ${f.now}; all are kept`,
  "claim.unsupported": (f) =>
    `claims to be within the first ${f.place}, but ${f.ahead} of the ${f.known} regions known (of ${f.regions}) stand before it`,
  "figure.restated": (f) => `a later report quotes another value: ${f.values.join(" | ")}`,
  "report.repeated": (f) => `${f.lines} line(s) stand twice in the report; counted once`,
  "figure.doubtful": (f) => `read as ${f.value} with confidence ${f.confidence.toFixed(2)}; left for review`,
  "population.mixed": (f) => `populations rest on different bases: ${f.bases.join(", ")}`,
  "refusal.allowed": (f) => `${f.verb}: refusal ${f.code} overridden on request`,
  "cases.few": (f) => `${f.cases} case(s), fewer than ${f.least}: no verdict; allow "cases.few" to see it all the same`,
  "denominator.zero": (f) => `${f.numerator} of 0: there is no rate without a case`,
  "definition.mixed": (f) =>
    `figures of different indicators or definitions: ${f.indicators.join(", ")}; compared: ${body(f.taken)}, the others are not comparable`,
  "definition.noted": (f) => `comparability: ${f.note}`,
  "unit.mixed": (f) =>
    `figures in different units: ${f.units.join(", ")}; compared: ${body(f.taken)}, the others are not comparable`,
  "group.few": (f) => `${f.verb}: ${f.used} figure(s); expected at least ${f.least}`,
  "group.flat": (f) => `${f.verb}: all ${f.used} figures are equal; there is no scale between them`,
  "value.unsuitable": (f) => `${f.verb}: ${f.method} has no answer for ${f.got}`,
  "counts.missing": (f) => `${f.regions} region(s) without both counts in both years are outside the decomposition`,
  "benchmark.missing": (f) => `no figure to compare with: ${f.benchmark}`,
  "benchmark.undecided": (f) =>
    `lies between ${f.lower ?? "open"} and ${f.upper ?? "open"}; the benchmark ${f.benchmark} may be within: above or below cannot be told`,
  "relative.resolved": (f) =>
    `stated as ${f.difference} points from ${f.parent}; with its ${f.value} the level is known`,
  "relative.unresolved": (f) => `stated only as ${f.difference} points from ${f.parent}, whose figure is not there`,
  "peers.few": (f) => `${f.found} peer(s) found; ${f.wanted} asked for`,
  "composite.invalid": (f) => `${f.verb}: invalid ${f.where}: got ${f.got}; expected ${f.expected}`,
  "edge.flattened": (f) => `stated as ${f.qualifier} ${f.value}; the score takes it as exactly that`,
  "series.edged": (f) =>
    `${f.edged} of the ${f.used} figures of the series are not exact; slopes take them at their number, a direction is named only where every value within their edges gives it`,
  "score.incomplete": (f) =>
    `${f.node}: only ${(f.share * 100).toFixed(0)} % of the weight has figures; expected at least ${(f.least * 100).toFixed(0)} %`,
  "report.failed": (f) => `report not read: ${f.reason}`,
  "report.duplicate": (f) => `same text as report "${f.first}"; counted once`,
  "report.identified": (f) =>
    `${f.what} taken from the report's ${f.from}: "${f.value}" with certainty ${f.certainty.toFixed(2)}; give a manifest to settle it`,
  "report.unidentified": (f) =>
    `${f.what} of the report unknown${f.guess === null ? "" : `; perhaps "${f.guess}"`}; its figures are left for review; give --${f.what} or a manifest`,
  "place.unmatched": (f) => `figure of "${f.place}", a place without a known code; left for review`,
  "reports.skipped": (f) => `${f.count} file(s) are no reports and were passed over: ${f.endings.join(", ")}`,
  "manifest.unmatched": (f) => `manifest names "${f.id}", but no such report was given`,
  "decision.invalid": (f) => `line ${f.line} of the decisions cannot be read: ${f.got}`,
  "decision.orphaned": (f) => `decision "${f.action}" on ${f.cell} has no figure any more; not applied`,
  "table.empty": (f) => `no column of figures in ${f.file}, ${f.table}; nothing was loaded from it`,
  "table.unplaced": (f) =>
    `no ${f.lacks} for ${f.rows} row(s) of ${f.file}, ${f.table}; give ${f.lacks}, or name its column in a mapping file`,
  "shape.unsure": (f) =>
    `shape of ${f.file}, ${f.table} guessed as ${f.shape} with certainty ${f.certainty.toFixed(2)}; a mapping file settles it`,
  "sheet.hidden": (f) => `hidden sheet "${f.sheet}" of ${f.file} was read too`,
  "cell.uncalculated": (f) =>
    `formula without a stored result in ${f.file}, row ${f.row}, column ${f.column}: "${f.got}"`,
  "date.year": (f) =>
    `all dates of column "${f.column}" in ${f.file} are the first or the last day of a year; read as whole years`,
  "date.month": (f) =>
    `all dates of column "${f.column}" in ${f.file} are the first or the last day of a month; read as whole months`,
  "region.unmatched": (f) => `unknown region "${f.got}" in ${f.file}; kept as written${meantAny(f.suggestions)}`,
  "region.unclear": (f) =>
    `several regions are called "${f.got}" in ${f.file}: ${f.candidates.join(", ")}; expected a column or a name of what it lies in`,
  "encoding.unsure": (f) =>
    `encoding of ${f.file} guessed as ${f.encoding} with certainty ${f.certainty.toFixed(2)}; give encoding to settle it`,
  "quote.malformed": (f) => `${f.count} malformed quote(s) in ${f.file}; read as ordinary characters`,
  "text.damaged": (f) => `${f.count} text(s) with NUL or undecodable characters in ${f.file}, such as "${f.example}"`,
  "mapping.invalid": (f) => `load: invalid mapping "${f.path}": ${f.got}; expected ${f.expected}`,
  "glyph.missing": (f) =>
    `${f.verb}: missing characters in the font: ${quoted(f.characters)}; expected text the font can draw`,
};
