/** The style sheet of the page. Text has a contrast of at least 4.5:1 in both color schemes, as WCAG 2 requires (AA). */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f6f6f4; --card: #ffffff; --ink: #1c1d1f; --soft: #5c6066; --line: #dfe0dd; --well: #f6f6f4; --focus: #2457c5;
  --breaking: #b0271c; --risky: #8a5300; --additive: #1b6b3f; --docs: #3a5a94; --none: #1b6b3f;
  --removed: #fbdedb; --added: #d5f0de;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141517; --card: #1c1e21; --ink: #e7e8ea; --soft: #a3a8b0; --line: #33363b; --well: #141517; --focus: #8ab4ff;
    --breaking: #ff9388; --risky: #f0bd62; --additive: #7dd3a0; --docs: #a5c1f7; --none: #7dd3a0;
    --removed: #5a2a27; --added: #1d4a31;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
header, main, nav, .tools, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.5rem; }
code, pre, .value { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .875em; }
bdi, code, h3, dd { unicode-bidi: isolate; }
a { color: var(--focus); }
*:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
[hidden] { display: none !important; }
h1, h2, h3, p, ul, dl, dd, pre, fieldset { margin: 0; padding: 0; }
h1 { font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; font-weight: 650; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; }
h3 { font-size: 1rem; line-height: 1.5; font-weight: 600; }
header { padding-top: 3.5rem; padding-bottom: 1.25rem; }
.eyebrow { color: var(--soft); margin-bottom: .25rem; }
.lead { margin-top: .5rem; color: var(--soft); }
h1 + .lead { margin-top: .875rem; }
.lead strong { color: var(--ink); font-weight: 600; }
.breaking { --level: var(--breaking); } .risky { --level: var(--risky); }
.additive { --level: var(--additive); } .docs { --level: var(--docs); } .none { --level: var(--none); }
.word { color: var(--level); }
.word::first-letter { text-transform: uppercase; }
.tools { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: center;
  padding-top: .75rem; padding-bottom: .75rem; background: var(--page); }
fieldset { border: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
legend, .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.toggle { position: relative; display: inline-flex; gap: .5rem; align-items: center; min-height: 2.25rem; padding: 0 .875rem; border-radius: 2rem;
  border: 1px solid var(--line); background: var(--card); color: var(--soft); font-size: .9rem; cursor: pointer; }
.toggle input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.toggle::before { content: ""; width: .625rem; height: .625rem; border-radius: 50%; border: 2px solid var(--level); }
.toggle:has(:checked) { border-color: var(--level); color: var(--ink); }
.toggle:has(:checked)::before { background: var(--level); }
.toggle:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
.toggle b { font-weight: 600; font-variant-numeric: tabular-nums; }
.search { flex: 1 1 14rem; display: flex; gap: .75rem; align-items: center; }
.search input { flex: 1; min-width: 0; min-height: 2.25rem; padding: 0 .875rem; border: 1px solid var(--soft); border-radius: 2rem;
  background: var(--card); color: var(--ink); font: inherit; font-size: .9rem; }
output { color: var(--soft); font-size: .875rem; white-space: nowrap; }
input::placeholder { color: var(--soft); opacity: 1; }
output:empty { display: none; }
main { padding-bottom: 4rem; }
.level, .aside { margin-top: 2.25rem; }
.level > h2 { color: var(--level); }
.meaning { color: var(--soft); font-size: .9375rem; }
.change { margin-top: .875rem; padding: 1.125rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.kind { display: flex; flex-wrap: wrap; gap: .125rem .75rem; margin-bottom: .25rem; color: var(--soft); font-size: .875rem; }
.kind code { color: var(--level); font-size: 1em; }
.kind .id { margin-left: auto; }
.kind .id code { color: inherit; }
.facts { margin-top: .75rem; }
.facts > div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 .75rem; align-items: baseline; margin-top: .25rem; }
.facts dd { grid-column: 2; min-width: 0; }
.constraints dd { color: var(--risky); }
.values { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; margin-top: .875rem; }
.values > div { min-width: 0; padding: .5rem .875rem .625rem; background: var(--well); border-radius: 6px; }
.values.short dt { flex: none; }
.values.short > div { display: flex; gap: .875rem; align-items: baseline; padding: .375rem .875rem; }
dt { color: var(--soft); font-size: .8125rem; }
.value { display: block; white-space: pre-wrap; unicode-bidi: isolate; line-height: 1.5; }
.words { font-family: inherit; font-size: .9375rem; }
.empty { color: var(--soft); font-family: inherit; }
del, ins { text-decoration: none; border-radius: 2px; }
del { background: var(--removed); } ins { background: var(--added); }
details > summary { cursor: pointer; }
.aside summary { font-weight: 650; }
.aside li { margin-top: .5rem; } .aside ul { padding-left: 1.25rem; }
.index ol { display: flex; flex-wrap: wrap; gap: .125rem 1.25rem; margin: 0 0 .75rem; padding: 0; list-style: none; }
.index a { display: inline-flex; gap: .5rem; align-items: center; padding: .125rem 0; color: var(--ink); font-variant-numeric: tabular-nums;
  text-decoration-color: var(--line); text-underline-offset: .25em; }
.index a:hover { text-decoration-color: var(--level); }
.index a::before { content: ""; width: .5rem; height: .5rem; border-radius: 50%; background: var(--level); }
.timeline { margin: 1.5rem 0 0 .3125rem; padding: 0 0 0 1.75rem; border-left: 2px solid var(--line); list-style: none; }
.entry { position: relative; padding: .25rem 0 2rem; scroll-margin-top: 6rem; }
.entry::before { content: ""; position: absolute; left: calc(-1.75rem - 1px - .5rem); top: .7rem; width: 1rem; height: 1rem; border-radius: 50%;
  background: var(--level); border: 3px solid var(--page); }
.entry h2 { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.badge { padding: 0 .625rem; border: 1px solid currentColor; border-radius: 2rem; color: var(--level); font-size: .8125rem; line-height: 1.6; font-weight: 600; }
.entry summary { margin-top: .25rem; color: var(--soft); }
footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--soft); font-size: .875rem; }
body:has(#show-breaking:not(:checked)) .shows.breaking, body:has(#show-risky:not(:checked)) .shows.risky,
body:has(#show-additive:not(:checked)) .shows.additive, body:has(#show-docs:not(:checked)) .shows.docs { display: none; }
@media (max-width: 40rem) {
  header, main, nav, .tools, footer { padding-left: 1rem; padding-right: 1rem; }
  header { padding-top: 2rem; }
  .tools { position: static; }
  .values:not(.short) { grid-template-columns: 1fr; }
  .change { padding: 1rem; }
  .kind .id { margin-left: 0; }
  .facts > div { grid-template-columns: 1fr; }
  .facts dd { grid-column: 1; }
  .timeline { padding-left: 1.125rem; }
  .entry::before { left: calc(-1.125rem - 1px - .5rem); }
}
@media print { .tools, .index { display: none; } .change { break-inside: avoid; } }
`;

/** The script of the page, which searches. Everything else works without it. */
export const script = `
const input = document.getElementById("search");
const output = document.getElementById("found");
const articles = [...document.querySelectorAll("article")].map((article) => [article, article.textContent.toLowerCase()]);
const groups = [...document.querySelectorAll(".level, .entry, .aside:has(article)")];
function search() {
  const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const [article, text] of articles) article.hidden = !words.every((word) => text.includes(word));
  for (const group of groups) {
    const hasMatch = group.querySelector("article:not([hidden])") !== null;
    group.hidden = !hasMatch;
    const details = group.querySelector("details");
    if (details) details.open = words.length > 0 && hasMatch;
  }
  const count = articles.filter(([article]) => !article.hidden).length;
  output.textContent = words.length > 0 ? count + " of " + articles.length : "";
}
if (input) {
  input.closest("[hidden]").hidden = false;
  input.addEventListener("input", search);
}
`;
