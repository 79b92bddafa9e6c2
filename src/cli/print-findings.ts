import type { Finding } from "../model/finding.ts";
import { type Language, message } from "../model/messages/message.ts";
import { wordsOf } from "./words.ts";

/** A finding as one line: severity, where, what. */
export function findingLine(finding: Finding, language: Language): string {
  const words = wordsOf(language);
  const { region, year, indicator, file, row } = finding;
  const cell = [region, year, indicator].filter((part) => part !== null).join(" ");
  const place = [cell, file === null ? "" : row === null ? file : `${file}:${row}`]
    .filter((part) => part !== "")
    .join(" · ");
  const text = message(finding.code, finding.facts as never, language);
  return `[${words.severities[finding.severity]}] ${place === "" ? "" : `${place} · `}${text}`;
}

/** Lines of the first findings, and how many there are besides. */
export function findingLines(findings: readonly Finding[], language: Language, most = 20): string[] {
  const lines = findings.slice(0, most).map((finding) => findingLine(finding, language));
  return findings.length > most ? [...lines, wordsOf(language).more(findings.length - most)] : lines;
}
