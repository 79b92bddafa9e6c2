import { saying, unreadable } from "./unreadable.ts";

/** Strings, and what JSON would lose: whole numbers beyond 2^53, NaN and Infinity, which Python writes. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?:\.\d+)?(?![\d.eE])|-?\bInfinity\b|\bNaN\b/g;
const AT_RISK = /\d{16}|NaN|Infinity/;

/**
 * A JSON document with every number it has: those that JSON cannot hold come as texts. One document a line is a list of them.
 *
 * @throws {@link ComparandaError} `file.unreadable`
 */
export function jsonDocument(name: string, text: string): unknown {
  const whole = AT_RISK.test(text)
    ? text.replace(TOKEN, (token) => (token.startsWith('"') ? token : `"${token}"`))
    : text;
  try {
    return JSON.parse(whole);
  } catch (cause) {
    const lines = whole.split(/\r?\n/).filter((line) => line.trim() !== "");
    if (lines.length > 1 && lines.every((line) => /^\s*[[{].*[\]}]\s*$/.test(line)))
      return lines.map((line) => parsed(name, line));
    throw broken(name, cause);
  }
}

function parsed(name: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw broken(name, cause);
  }
}

const broken = (name: string, cause: unknown) =>
  unreadable(name, `JSON that does not parse: ${saying(cause)}`, "valid JSON", cause);
