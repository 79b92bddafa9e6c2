import { escapeHtml } from "../export/escape-html.ts";
import { escapeScript } from "../export/escape-script.ts";
import type { Language } from "../model/messages/message.ts";
import { reviewWords } from "./review-words.ts";

/** Everything the page may do: run and ask what comes from where it came from, and nothing else. */
export const REVIEW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const REVIEW_STYLE = `
@font-face{font-family:"Noto Sans SC";font-weight:400;src:url(regular.ttf)}
@font-face{font-family:"Noto Sans SC";font-weight:700;src:url(bold.ttf)}
:root{color-scheme:light;--ink:#22303c;--soft:#5b6873;--line:#dfe5ea;--stand:#d7e8f7;--doubt:#ffe2a8;--aside:#eef0f2;--now:#1d5f96}
*{box-sizing:border-box}
html,body{height:100%}
body{margin:0;display:grid;grid-template-rows:auto 1fr auto;color:var(--ink);background:#fff;
font:15px/1.7 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
header,footer{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;padding:.5rem 1rem;border-bottom:1px solid var(--line)}
footer{border-top:1px solid var(--line);border-bottom:0;color:var(--soft);font-size:.85rem}
header h1{font-size:1rem;margin:0}
header select{max-width:32em;font:inherit}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(20rem,2fr);min-height:0}
#text{overflow:auto;padding:1rem 1.5rem;white-space:pre-wrap;overflow-wrap:anywhere;border-right:1px solid var(--line)}
#side{display:flex;flex-direction:column;min-height:0}
#figures{overflow:auto;margin:0;padding:.5rem;list-style:none;flex:1}
#figures:focus,#text:focus{outline:1px solid var(--line)}
#figures li{padding:.4rem .6rem;border:1px solid transparent;border-left:4px solid var(--stand);margin-bottom:.3rem;cursor:pointer}
#figures li.needs_review{border-left-color:#e0a021}
#figures li.set_aside{border-left-color:#b8c0c7}
#figures li[aria-selected=true]{border-color:var(--now);box-shadow:0 0 0 1px var(--now)}
#figures .name{font-weight:700}
#figures .state{float:right;font-size:.8rem;color:var(--soft)}
#figures .detail{font-size:.85rem;color:var(--soft)}
#figures .audit{font-size:.85rem;color:var(--soft)}
#figures .audit.proved{color:#2b6b3f}
#figures .audit.contradicted{color:#a3341f;font-weight:700}
mark{background:var(--stand);color:inherit;border-radius:2px;cursor:pointer}
mark.needs_review{background:var(--doubt)}
mark.set_aside,mark.number{background:var(--aside)}
mark.number{cursor:default}
mark.reject{text-decoration:line-through}
mark.accept,mark.edit{text-decoration:underline 2px}
mark.now{outline:2px solid var(--now)}
#reason{width:100%;padding:.4rem .6rem;border:1px solid var(--line);font:inherit}
#message{padding:.2rem .6rem;min-height:1.9em;color:var(--soft)}
button{font:inherit;padding:.1rem .7rem}
kbd{border:1px solid var(--line);border-radius:3px;padding:0 .35em;font:inherit;font-size:.85em}
dialog{border:1px solid var(--line);padding:1rem 1.5rem;min-width:24rem}
dialog label{display:grid;grid-template-columns:7em 1fr;margin:.3rem 0}
dialog input,dialog select{font:inherit;padding:.1rem .3rem;min-width:0}
`;

const KEYS = [
  ["j", "next"],
  ["k", "previous"],
  ["a", "accept"],
  ["r", "reject"],
  ["e", "edit"],
  ["u", "clear"],
  ["n", "nextReport"],
  ["p", "previousReport"],
] as const;

/** The page on which figures are reviewed: an empty frame that its script fills. */
export function reviewPage(language: Language): string {
  const words = reviewWords(language);
  const keys = KEYS.map(([key, word]) => `<span><kbd>${key}</kbd> ${escapeHtml(words[word])}</span>`).join("\n");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(words.title)} · comparanda</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="review-style.css">
<script type="application/json" id="words">${escapeScript(words)}</script>
<script type="module" src="review-client.js"></script>
</head>
<body>
<header>
<h1>${escapeHtml(words.title)}</h1>
<label>${escapeHtml(words.report)} <select id="reports"></select></label>
<span id="progress"></span>
</header>
<main>
<section id="text" tabindex="0" aria-label="${escapeHtml(words.text)}"></section>
<section id="side">
<ul id="figures" role="listbox" tabindex="0" aria-label="${escapeHtml(words.figures)}"></ul>
<div id="message" role="status"></div>
<input id="reason" aria-label="${escapeHtml(words.why)}" placeholder="${escapeHtml(words.why)}">
</section>
</main>
<footer>
${keys}
<span><kbd>w</kbd> ${escapeHtml(words.why)}</span>
</footer>
<dialog id="form"></dialog>
<datalist id="indicators"></datalist>
</body>
</html>
`;
}
