import { printJson } from "../../document/json.ts";
import { invisible } from "../../util/invisible-characters.ts";
import { codeSpan } from "../../util/markdown.ts";

/**
 * The only place where text of a document becomes part of a report. It is text of a third party, and reports are read
 * by terminals, browsers, bots and build logs: each of them takes some text for an order.
 */

const codePoint = (char: string): string => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;

/** Text on one line in which everything can be seen. */
const spellOut = (text: string): string => text.replace(invisible, codePoint);

/** Build logs take `##[` for a command wherever it stands, whatever the format of the report that is printed there. */
const disarmCommands = (text: string): string => text.replaceAll("##[", "##\\u{5b}");

/** Text for a terminal or a log. A word that wrapping may put first on its line cannot be a workflow command. */
export const escapeText = (text: string): string => disarmCommands(spellOut(text)).replace(/(^|\s)::/g, "$1:\\u{3a}");

/** A value as JSON, printed. What cannot be seen is escaped already, which says the same to a parser. */
export const jsonText = (value: unknown): string => printJson(value).replaceAll("##[", "##\\u005b");

/** One workflow command of GitHub's, with a message of several lines. */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string>>,
  lines: readonly string[],
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${[name, list.join(",")].join(" ").trim()}::${lines.map(data).join("%0A")}`;
}

const data = (text: string): string => disarmCommands(spellOut(text)).replaceAll("%", "%25");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** A word that is plain in every flavour of Markdown, or a short number. Hexadecimal words may be commits. */
const word = /^(?!www$|[0-9a-f]{7,}$)(?:\p{L}\p{M}?)+(?:['’-](?:\p{L}\p{M}?)+)*$/iu;
const number = /^-?\d{1,6}(?:[.-]\d{1,4}){0,2}$/;
/** `AccountStatus` is a name: it is no danger, but it reads better as code. */
const name = /\p{Ll}\p{Lu}/u;

/** Punctuation before and after a word that means nothing to Markdown there. */
const [opening, closing] = ["\"'“‘(", ")\"'”’,.;:?!…"];

/** Cuts punctuation off a word. Character by character: on a long row of dots an expression would go back and forth. */
function peel(token: string): [before: string, core: string, after: string] {
  let start = 0;
  while (opening.includes(token[start] ?? "x")) start++;
  let end = token.length;
  while (end > start && closing.includes(token[end - 1] ?? "x")) end--;
  // A call keeps its parentheses.
  if (token[end] === ")" && token.slice(start, end).includes("(")) end++;
  return [token.slice(0, start), token.slice(start, end), token.slice(end)];
}

/**
 * Text as Markdown: plain words stay words; names, and everything that is no plain word, become code. GitHub looks for
 * mentions, references, addresses and formulas in escaped text as well, but never in code.
 */
export const escapeMarkdown = (text: string, names: readonly string[] = []): string =>
  disarmCommands(spellOut(text))
    .trim()
    .split(/ +/)
    .map((token) => {
      const [before, core, after] = peel(token);
      if (isPlain(core) && !names.includes(core)) return token;
      // What its author has marked as code is code; marked once more, its marks would show.
      return before + codeSpan(core.replace(/^`([^`]+)`$/, "$1")) + after;
    })
    .join(" ");

/** The same as HTML: names are code, and words stay words. */
export function markCode(text: string): (Markup | string)[] {
  const parts: (Markup | string)[] = [];
  let words = "";
  for (const token of text.split(/( +)/)) {
    const [before, core, after] = peel(token);
    if (core.trim() === "" || isPlain(core)) words += token;
    else {
      parts.push(words + before, html`<code>${core}</code>`);
      words = after;
    }
  }
  return [...parts, words];
}

const isPlain = (text: string): boolean =>
  ["=", "–", "—", "→"].includes(text) || number.test(text) || (word.test(text) && !name.test(text));

/** Text as one piece of code in Markdown. */
export const markdownCode = (text: string): string =>
  codeSpan(disarmCommands(spellOut(text)).trim().replace(/ +/g, " "));

/** Text that is HTML already. Only `html` and `verbatim` make it. */
export class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

type Part = Markup | string | number | false | undefined | readonly Part[];

/**
 * HTML with everything that is put into it escaped, in text and in quoted attributes, unless it is HTML already. What
 * a build log would take for a command is escaped, too: a page may be printed there.
 */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(texts.map((text, index) => text + escaped(parts[index])).join(""));

/** Our own style sheet or script, as it is. Never for text of a document. */
export const verbatim = (text: string): Markup => new Markup(text);

function escaped(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Markup) return part.toString();
  if (typeof part === "string" || typeof part === "number")
    return spellOut(String(part)).replace(/[&<>"'`]|::|##\[/g, (found) =>
      found.replace(/./g, (char) => `&#${char.charCodeAt(0)};`),
    );
  return part.map(escaped).join("");
}
