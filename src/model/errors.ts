import type { Code, Facts } from "./facts.ts";
import { message } from "./messages/message.ts";

/**
 * The caller's mistake: a wrong argument, a file that is not there. Flaws of the data are {@link Finding}s instead.
 *
 * `code` and `facts` are for programs; `message` is the English sentence, `message(code, facts, "zh-CN")` the Chinese.
 */
export class ComparandaError<C extends Code = Code> extends Error {
  override readonly name = "ComparandaError";
  constructor(
    readonly code: C,
    readonly facts: Facts[C],
    options?: ErrorOptions,
  ) {
    super(message(code, facts, "en"), options);
  }
}
