import type { Finding } from "../model/finding.ts";
import type { Population, Region } from "../model/region.ts";
import type { PopulationChoice } from "./population-for.ts";

/** What makes regions comparable to each other. */
export type PeerRule =
  /** The other regions of the same parent and level. */
  | { readonly by: "sameParent" }
  /** Regions of the same level whose population is at most `ratio` times larger or smaller; default 1.5. */
  | ({ readonly by: "similarPopulation"; readonly ratio?: number; readonly year?: number } & PopulationChoice)
  /** The `k` regions of the same level nearest in the given indicators of a year, each as a z-score. */
  | {
      readonly by: "nearest";
      readonly k: number;
      readonly indicators: readonly string[];
      readonly year: number;
      /** Residents to divide counts by; left out: figures as they are. */
      readonly per?: number;
    }
  /** These regions, by code or name. */
  | { readonly by: "list"; readonly regions: readonly string[] };

/** A candidate with what it was measured by. */
export interface Peer {
  readonly region: Region;
  readonly population?: Population | null;
  readonly population_ratio?: number;
  readonly distance?: number;
}

/** Peers found, and how many candidates could not be measured. */
export interface Found {
  readonly peers: readonly Peer[];
  readonly missing: number;
  readonly findings?: readonly Finding[];
}
