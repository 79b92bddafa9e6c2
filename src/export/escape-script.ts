/** JSON as it may stand in a script element: no tag can begin or end in it, and no line end of JavaScript hides. */
export function escapeScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
