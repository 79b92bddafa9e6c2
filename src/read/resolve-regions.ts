import { matchRegion, type RegionMatch } from "../registry/match-region.ts";
import type { RegionIndex } from "../registry/region-index.ts";
import type { Place } from "../registry/region-set.ts";
import { isTotal, type RegionFit, regionFit } from "./region-texts.ts";

export type RegionKind = "place" | "aggregate" | "unknown" | "ambiguous" | "blank";

/** What one label of a region column means. */
export interface Resolved {
  readonly kind: RegionKind;
  readonly code: string;
  readonly written: string;
  readonly match: RegionMatch | null;
  /** Whether a row rests on it; what was only asked for is not part of the account. */
  used: boolean;
}

const BLANK: Resolved = { kind: "blank", code: "", written: "", match: null, used: false };

const MOST_SUGGESTIONS = 200;

type LabelForm = "alpha2" | "alpha3" | "numeric" | "name";

/** Codes short enough to mean something else elsewhere; null for any other text. */
function formOf(label: string): Exclude<LabelForm, "name"> | null {
  const text = label.trim();
  if (/^\d{1,3}$/.test(text)) return "numeric";
  if (/^[A-Za-z]{2}$/.test(text)) return "alpha2";
  return /^[A-Za-z]{3}$/.test(text) ? "alpha3" : null;
}

/** Below this share of known labels of its form a short code is not believed. */
const MOSTLY = 0.7;
const NEARLY_ALL = 0.9;
/** The same for names in Latin letters. */
const SOME = 0.3;

/** Looks labels up once each, in the region set that explains most of them. */
export class RegionResolver {
  readonly fit: RegionFit | null;
  /** Names that stand beside codes of no known set. */
  readonly names = new Map<string, string>();
  private readonly known = new Map<string, Resolved>();
  private readonly suggested = new Map<string, readonly string[]>();
  private readonly shares = new Map<string, number>();
  constructor(
    private readonly labels: readonly string[],
    private readonly indexes: readonly RegionIndex[],
    private readonly least: number,
    /** The heading says that the places are parts of countries: then nearly all must be countries to be believed. */
    private readonly belowCountry = false,
  ) {
    this.fit = regionFit(labels, indexes);
  }

  resolve(label: string, parent: string | null, year: number | null): Resolved {
    const text = label.trim();
    if (text === "") return BLANK;
    const key = `${text}\u001f${parent ?? ""}\u001f${year ?? ""}`;
    let resolved = this.known.get(key);
    if (resolved === undefined) {
      resolved = this.lookUp(text, parent, year);
      this.known.set(key, resolved);
    }
    return resolved;
  }

  /** A label of another column: no matter which set the places of the region column belong to. */
  anywhere(label: string, year: number | null): Resolved {
    return this.add(`${label.trim()}\u001d${year ?? ""}`, () => this.lookUp(label.trim(), null, year, true));
  }

  /** Whether the answer may depend on where the label stands or on its year. */
  varies(label: string): boolean {
    const { kind, match } = this.resolve(label, null, null);
    return kind === "ambiguous" || (kind === "place" && (match?.certainty ?? 1) < 0.93);
  }

  /** Another reading of a label, by the other columns of its row. */
  add(key: string, resolved: () => Resolved): Resolved {
    let known = this.known.get(key);
    if (known === undefined) {
      known = resolved();
      this.known.set(key, known);
    }
    return known;
  }

  /** Whether the label is a place or a total. */
  knows(label: string): boolean {
    const { kind } = this.resolve(label, null, null);
    return kind !== "unknown" && kind !== "blank";
  }

  /** Close names to a label that is not known: slow, so asked for only where they are shown, and not without end. */
  suggestions(label: string): readonly string[] {
    const known = this.suggested.get(label);
    if (known !== undefined || this.fit === null || !/\p{L}/u.test(label) || this.suggested.size >= MOST_SUGGESTIONS)
      return known ?? [];
    const { suggestions } = matchRegion(label, this.fit.index);
    this.suggested.set(label, suggestions);
    return suggestions;
  }

  /** Everything that rows rest on, once a label and meaning. */
  resolved(): Resolved[] {
    const used = [...this.known.values()].filter((entry) => entry.used);
    return [...new Map(used.map((entry) => [`${entry.written}\u001f${entry.code}`, entry])).values()];
  }

  place(code: string): Place | null {
    return (
      this.fit?.index.place(code) ??
      this.indexes.map((index) => index.place(code)).find((place) => place !== null) ??
      null
    );
  }

  /**
   * Whether the label is known by chance only: DE among codes of which most are states of the USA, Georgia among their names.
   */
  private isChance(text: string, { way, place }: RegionMatch, index: RegionIndex): boolean {
    // A name of several words is hardly that of something else: United Kingdom.
    if (/\p{Script=Han}|\S\s\S/u.test(text) || index.set.name === "own") return false;
    const form = way === "code" && place?.level !== "aggregate" ? formOf(text) : null;
    const doubted = this.belowCountry && index.set.name === "world";
    if (form !== null) return this.shareOf(form, index) < (doubted ? NEARLY_ALL : MOSTLY);
    return (
      way !== "code" &&
      way !== "nuts_code" &&
      way !== "statistics_code" &&
      this.shareOf("name", index) < (doubted ? NEARLY_ALL : SOME)
    );
  }

  /** Share of the labels of one form that a region set knows. */
  private shareOf(form: LabelForm, index: RegionIndex): number {
    const key = `${form} ${index.set.name}`;
    let share = this.shares.get(key);
    if (share === undefined) {
      const labels = this.labels.filter((label) => (formOf(label) ?? "name") === form);
      share = labels.length < 4 ? 1 : (regionFit(labels, [index])?.share ?? 1);
      this.shares.set(key, share);
    }
    return share;
  }

  private lookUp(text: string, parent: string | null, year: number | null, anywhere = false): Resolved {
    const as = (kind: RegionKind, code: string, match: RegionMatch | null) => ({
      kind,
      code,
      written: text,
      match,
      used: false,
    });
    if (isTotal(text)) return as("aggregate", text, null);
    const fitting = this.fit?.index;
    const own = this.indexes.filter(({ set }) => set.name === "own");
    const order = [...new Set([...own, ...(fitting ? [fitting] : []), ...this.indexes])];
    let first: RegionMatch | null = null;
    for (const index of order) {
      const own = index === fitting || index.set.name === "own";
      // A place of another set than the others of the column must be named in full: DEU among provinces, not "Peru".
      const settled = !own && !anywhere && this.fit !== null && this.fit.share > 0.5;
      if (settled && !/\p{Script=Han}|^[A-Z0-9_]+$/u.test(text)) continue;
      const match = matchRegion(text, index, {
        parent,
        year,
        level: own ? (this.fit?.level ?? null) : null,
        least: this.least,
        suggest: false,
      });
      if (own) first = match;
      if (match.place === null) {
        if (match.candidates.length > 0 && own) return as("ambiguous", text, match);
        continue;
      }
      if (!anywhere && this.isChance(text, match, index)) continue;
      const kind = match.place.level === "aggregate" ? "aggregate" : "place";
      return as(kind, match.place.code, match);
    }
    const kind = /^OWID_/.test(text) ? "aggregate" : "unknown";
    return as(kind, text, first);
  }
}
