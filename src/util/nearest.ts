import { distance } from "fastest-levenshtein";

const letters = (word: string): string => [...word].sort().join("");

/**
 * Which known words are nearest to a mistyped one: for "did you mean".
 *
 * @param word - what was given
 * @param known - what would have been right
 * @param most - how many to give back at the most; default 1
 * @returns known words within a third of the length in edits, or containing the word, nearest first; none that is
 * far behind the nearest
 */
export function nearest(word: string, known: Iterable<string>, most = 1): string[] {
  const reach = Math.ceil(word.length / 3);
  const wanted = word.toLowerCase();
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    // Letters that only changed places are one slip, though two edits.
    const swapped = letters(wanted) === letters(other);
    const edits = swapped ? Math.min(1, distance(wanted, other)) : distance(wanted, other);
    const contains = wanted.length >= 2 && (other.includes(wanted) || wanted.includes(other));
    // A word of two characters shares nothing when two are changed.
    if (edits < Math.max(wanted.length, other.length) && (edits <= reach || contains)) {
      scored.push({ candidate, score: contains ? Math.min(edits, reach) : edits });
    }
  }
  const best = Math.min(...scored.map((entry) => entry.score));
  return scored
    .filter((entry) => entry.score <= 2 * best + 1)
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map((entry) => entry.candidate);
}
