import { takeWord } from "./carry.ts";
import { readPlaces } from "./list-places.ts";
import type { Matcher } from "./matcher.ts";
import { readList } from "./read-list.ts";
import { readNumber } from "./read-number.ts";
import { type Frame, openScene, type Reading, type Scene, type Stretch } from "./scene.ts";
import { takeTime } from "./take-time.ts";
import { type Token, tokensOf } from "./token.ts";
import { beginClause, closeBracket, endClause, endSentence, keepTime, looksAhead, openBracket } from "./turns.ts";

/**
 * Which readings does this stretch of running text hold?
 *
 * @remarks One walk over its tokens: words and times change the scene, numbers are read in it.
 *
 * @param text - normalised text
 * @param stretch - where it stands and what its section says
 * @param frame - what is known of the report
 * @param matcher - the lexicon, ready to search
 * @param earlier - readings of the same paragraph before this stretch
 */
export function readParagraph(
  text: string,
  stretch: Stretch,
  frame: Frame,
  matcher: Matcher,
  earlier: readonly Reading[] = [],
): Readonly<Pick<Scene, "readings" | "asides" | "masked">> {
  const tokens = tokensOf(text, stretch.from, stretch.to, matcher);
  const scene = openScene(text, stretch, frame, earlier);
  scene.ahead = looksAhead(tokens, 0, scene);
  beginClause(scene, stretch.from, tokens, 0, matcher);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === "word") takeWord(token, tokens, scene, matcher);
    else if (token.kind === "time") takeTime(token, tokens, scene);
    else if (token.kind === "open") openBracket(scene);
    else if (token.kind === "close") closeBracket(scene);
    else if (token.kind === "comma" || token.kind === "semicolon") {
      endClause(scene, token.kind === "semicolon", matcher);
      beginClause(scene, token.end, tokens, at + 1, matcher);
    } else if (token.kind === "stop") {
      endSentence(scene, matcher);
      keepTime(scene, tokens[at + 1]);
      scene.ahead = looksAhead(tokens, at + 1, scene);
      beginClause(scene, token.end, tokens, at + 1, matcher);
    } else if (token.kind === "quantity") {
      const last = readPlaces(token, tokens, scene, matcher) ?? readList(token, tokens, scene, matcher);
      if (last === null) readNumber(token, tokens, scene, matcher);
      else at = last;
    }
  }
  return scene;
}
