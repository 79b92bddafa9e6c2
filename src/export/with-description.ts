import type { Description } from "../charts/spec.ts";
import { escapeHtml } from "./escape-html.ts";

/** An SVG that tells what it shows: role, language, title and description for those who cannot see it. */
export function withDescription(svg: string, description: Description): string {
  const head = `<title>${escapeHtml(description.title)}</title><desc>${escapeHtml(description.alt)}</desc>`;
  // A function, because a title may hold the patterns of replace.
  return svg.replace(
    /<svg([^>]*)>/,
    (_, attributes: string) => `<svg${attributes} role="img" lang="${description.language}">${head}`,
  );
}
