import { sha256 } from "../../hash.ts";
import type { Located } from "../change.ts";
import { html, type Markup, verbatim } from "./escape.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { counts } from "./verdict.ts";

const hash = (text: string): string => `'sha256-${sha256(text, "base64")}'`;

/** Nothing may be loaded, sent or run but the style sheet and the script that stand in the page. */
const policy = (): string =>
  `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;

/** A whole page around its content. */
export const page = (title: string, content: Markup): string =>
  `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${verbatim(style)}</style>
</head>
<body>
${content}
<script type="module">${verbatim(script)}</script>
</body>
</html>`}\n`;

/** What shows and hides changes: by level, which needs no script, and by words, which does. */
export const tools = (changes: readonly Located[]): Markup | false =>
  changes.length > 0 &&
  html`<div class="tools" role="search">
<fieldset><legend>Levels to show</legend>
${counts(changes).map(
  ({ level, number }) =>
    html`<label class="toggle ${level}"><input type="checkbox" id="show-${level}" checked>${level} <b>${number}</b></label>\n`,
)}</fieldset>
<div class="search" hidden><input type="search" id="search" aria-label="Search the changes" placeholder="Search"><output id="found" for="search"></output></div>
</div>`;
