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
}

const BLANK: Resolved = { kind: "blank", code: "", written: "", match: null };

/** Looks labels up once each, in the region set that explains most of them. */
export class RegionResolver {
  readonly fit: RegionFit | null;
  private readonly known = new Map<string, Resolved>();
  constructor(
    labels: Iterable<string>,
    private readonly indexes: readonly RegionIndex[],
    private readonly least: number,
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

  /** Whether the answer may depend on where the label stands or on its year. */
  varies(label: string): boolean {
    const { kind, match } = this.resolve(label, null, null);
    return (
      kind === "ambiguous" || (match !== null && match.way !== "code" && match.way !== "name" && match.certainty < 0.9)
    );
  }

  /** Whether the label is a place or a total, without a note of having asked. */
  knows(label: string): boolean {
    const text = label.trim();
    return text !== "" && this.lookUp(text, null, null, false).kind !== "unknown";
  }

  /** Everything that was looked up, once a label. */
  resolved(): Resolved[] {
    const best = new Map<string, Resolved>();
    for (const entry of this.known.values()) {
      const before = best.get(entry.written);
      if (before === undefined || before.kind === "ambiguous") best.set(entry.written, entry);
    }
    return [...best.values()];
  }

  place(code: string): Place | null {
    return (
      this.fit?.index.place(code) ??
      this.indexes.map((index) => index.place(code)).find((place) => place !== null) ??
      null
    );
  }

  private lookUp(text: string, parent: string | null, year: number | null, suggest = true): Resolved {
    if (isTotal(text)) return { kind: "aggregate", code: text, written: text, match: null };
    const order =
      this.fit === null ? this.indexes : [this.fit.index, ...this.indexes.filter((index) => index !== this.fit?.index)];
    let first: RegionMatch | null = null;
    for (const index of order) {
      const own = index === this.fit?.index;
      // A place of another set than the others of the column must be named in full: DEU among provinces, not "Peru".
      if (!own && this.fit !== null && this.fit.share > 0.5 && !/\p{Script=Han}|^[A-Z0-9_]+$/u.test(text)) continue;
      const match = matchRegion(text, index, {
        parent,
        year,
        level: own ? (this.fit?.level ?? null) : null,
        least: this.least,
        suggest: own && suggest,
      });
      if (own) first = match;
      if (match.place === null) {
        if (match.candidates.length > 0 && own) return { kind: "ambiguous", code: text, written: text, match };
        continue;
      }
      const kind = match.place.level === "aggregate" ? "aggregate" : "place";
      return { kind, code: match.place.code, written: text, match };
    }
    const kind = /^OWID_/.test(text) ? "aggregate" : "unknown";
    return { kind, code: text, written: text, match: first };
  }
}
