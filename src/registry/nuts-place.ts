import type { RegionIndex } from "./region-index.ts";
import type { Place } from "./region-set.ts";

const COUNTRIES =
  "AL AT BE BG CH CY CZ DE DK EE EL ES FI FR HR HU IE IS IT LI LT LU LV ME MK MT NL NO PL PT RO RS SE SI SK TR UK".split(
    " ",
  );
/** First-level codes that end in a letter are in use in these countries only. */
const LETTERED = ["DE", "FR", "IT", "TR", "UK"];

/**
 * The place a NUTS code stands for, known by the form of the code alone: its country, its level and what it lies in.
 *
 * @remarks The names of NUTS regions are not part of the package; the code is kept as the name.
 *
 * @returns null where the text does not have the form of a NUTS code or the set has no countries
 */
export function nutsPlace(code: string, index: RegionIndex): Place | null {
  if (index.set.name !== "world" || !/^[A-Z]{2}[A-Z0-9]{1,3}$/.test(code)) return null;
  const country = code.slice(0, 2);
  const lettered = LETTERED.includes(country) && code.length === 3;
  if (!COUNTRIES.includes(country) || !(lettered || /\d/.test(code))) return null;
  return {
    code,
    name: code,
    name_en: null,
    level: `nuts${code.length - 2}`,
    parent: code.length === 3 ? country : code.slice(0, -1),
    valid_from: null,
    valid_to: null,
    population: [],
    note: null,
    otherNames: [],
    otherCodes: [],
    pinyin: null,
    current: true,
    successor: null,
  };
}
