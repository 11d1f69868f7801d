import { sha256 } from "../../util/hash.ts";
import type { Located } from "../findings/change.ts";
import { html, type Markup, verbatim } from "./escape.ts";
import { script, style } from "./html-assets.ts";
import { countByLevel } from "./summarize.ts";

const hashSource = (text: string): string => `'sha256-${sha256(text, "base64")}'`;

/** Allows only the style sheet and the script of the page. */
const contentSecurityPolicy = (): string =>
  [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    `script-src ${hashSource(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** Renders a page around its content. */
export function renderPage(title: string, content: Markup): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${verbatim(style)}</style>
</head>
<body>
${content}
<script type="module">${verbatim(script)}</script>
</body>
</html>`;
  return `${page}\n`;
}

/** Renders the filters: by level, which needs no script, and by words, which does. */
export function renderTools(changes: readonly Located[]): Markup | false {
  if (changes.length === 0) return false;
  const toggles = countByLevel(changes).map(
    ({ level, count }) => html`<label class="toggle ${level}">\
<input type="checkbox" id="show-${level}" checked>${level} <b>${count}</b></label>\n`,
  );
  return html`<div class="tools" role="search">
<fieldset><legend>Levels to show</legend>
${toggles}</fieldset>
<div class="search" hidden>\
<input type="search" id="search" aria-label="Search changes" placeholder="Search">\
<output id="found" for="search"></output></div>
</div>`;
}
