import { FONT_FAMILY } from "../render/tone-style.ts";

/**
 * The look of pages: one quiet column, the texts of pictures flush with it; on paper without menus and with all details.
 * On a narrow screen pictures scroll in their place rather than become too small to read.
 * Pictures have a margin of 20 pixels of their own, which the page takes back.
 */
export const PAGE_STYLE = `
:root{color-scheme:light;--ink:#22303c;--soft:#5b6873;--line:#dfe5ea}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.75 ${FONT_FAMILY};text-rendering:optimizeLegibility}
main,footer{max-width:800px;margin:0 auto;padding:0 20px}
h1{font-size:1.9rem;line-height:1.3;margin:2.5rem 0 .75rem}
h2{font-size:1.3rem;line-height:1.4;margin:3rem 0 .75rem;padding-top:1.25rem;border-top:1px solid var(--line)}
p{margin:.6rem 0;max-width:44em}
.lead p{font-size:1.08rem}
figure{margin:1.5rem -20px;position:relative}
figure svg{display:block;max-width:100%;height:auto}
.vega-embed{display:block!important;padding:0!important;width:100%}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5;margin:1.25rem 0}
caption{text-align:start;font-weight:700;padding:.25rem 0}
th,td{text-align:start;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:1.5px solid var(--soft);white-space:nowrap}
td{min-width:4em}
.vega-embed .vega-actions a{font-family:inherit}
.numeric{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}
details{margin:1rem 0;border-inline-start:3px solid var(--line);padding-inline-start:1rem}
summary{cursor:pointer;font-weight:700}
footer{margin-top:3rem;padding-block:1rem 3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
@media (max-width:600px){figure{overflow-x:auto}.static>svg,svg.marks{min-width:560px}}
@media print{
@page{margin:16mm}
body{font-size:10.5pt}
main,footer{max-width:none;padding:0}
figure{margin-inline:-20px}
h2{break-after:avoid}
figure,tr,summary{break-inside:avoid}
details::details-content{content-visibility:visible;block-size:auto}
.vega-actions,.vega-embed summary{display:none!important}
}`;

/** A chart on its own, in a frame of another page. */
export const EMBED_STYLE = `
body{margin:0;background:#fff;font-family:${FONT_FAMILY}}
figure{margin:0;position:relative}
figure svg{display:block;width:100%;max-width:100%;height:auto}
.vega-embed{display:block!important;padding:0!important;width:100%}
@media print{.vega-actions,.vega-embed summary{display:none!important}}`;
