import { ComparandaError } from "../model/errors.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Panel } from "../model/panel.ts";
import type { Region } from "../model/region.ts";
import { nearest } from "../util/nearest.ts";

/**
 * The indicator a caller means by its id.
 *
 * @throws {@link ComparandaError} `indicator.unknown` with the nearest ids
 */
export function resolveIndicator(panel: Panel, id: string, verb: string): Indicator {
  const found = panel.indicators.get(id);
  if (typeof id !== "string") {
    const available = [...panel.indicators.keys()];
    throw new ComparandaError("indicator.unknown", { verb, got: String(id), suggestions: available.slice(0, 3) });
  }
  if (found !== undefined) return found;
  const byName = [...panel.indicators.values()].filter((one) => one.name_zh === id || one.name_en === id);
  const suggestions = byName.length > 0 ? byName.map((one) => one.id) : nearest(id, panel.indicators.keys(), 3);
  throw new ComparandaError("indicator.unknown", { verb, got: id, suggestions });
}

/**
 * The region a caller means by a code or an exact name.
 *
 * @throws {@link ComparandaError} `region.unknown` with the nearest names, `region.ambiguous` where several carry the name
 */
export function resolveRegion(panel: Panel, got: string, verb: string): Region {
  const found = panel.regions.get(got);
  if (found !== undefined) return found;
  const named = [...panel.regions.values()].filter((region) => region.name === got || region.name_en === got);
  const current = named.filter((region) => region.valid_to === null);
  const [only, second] = current.length > 0 ? current : named;
  if (only !== undefined && second === undefined) return only;
  const label = (region: Region) => `${region.code} ${region.name}`;
  if (only !== undefined) {
    throw new ComparandaError("region.ambiguous", { verb, got, candidates: named.map(label) });
  }
  const names = new Map([...panel.regions.values()].flatMap((r) => [r.code, r.name].map((key) => [key, label(r)])));
  const suggestions = nearest(got, names.keys(), 3).map((key) => names.get(key) as string);
  throw new ComparandaError("region.unknown", { verb, got, suggestions });
}

/** Whether a region lies inside another, at any depth; a region does not lie inside itself. */
export function liesWithin(panel: Panel, code: string, ancestor: string): boolean {
  const seen = new Set<string>();
  let parent = panel.regions.get(code)?.parent ?? null;
  while (parent !== null && !seen.has(parent)) {
    if (parent === ancestor) return true;
    seen.add(parent);
    parent = panel.regions.get(parent)?.parent ?? null;
  }
  return false;
}
