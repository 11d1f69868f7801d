import { printJson } from "../../document/json.ts";
import { invisible } from "../../util/invisible-characters.ts";
import { codeSpan } from "../../util/markdown.ts";

/**
 * The only place where text of a document becomes part of a report. The text comes from a third party, and terminals,
 * browsers, bots and build logs interpret some text as commands.
 */

const escapeCodePoint = (char: string): string => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;

/** Escapes line breaks and invisible characters. */
const revealInvisible = (text: string): string => text.replace(invisible, escapeCodePoint);

/** Escapes `##[`, which build logs interpret as a command anywhere in a line, in every format. */
const escapeCommands = (text: string): string => text.replaceAll("##[", "##\\u{5b}");

/** Escapes text for a terminal or a log. A word that starts with `::` is a command if wrapping puts it first in a line. */
export const escapeText = (text: string): string =>
  escapeCommands(revealInvisible(text)).replace(/(^|\s)::/g, "$1:\\u{3a}");

/** Prints a value as JSON, with escapes that a parser resolves. */
export const jsonText = (value: unknown): string => printJson(value).replaceAll("##[", "##\\u005b");

/** Prints a workflow command of GitHub Actions with a multiline message. */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string>>,
  lines: readonly string[],
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${[name, list.join(",")].join(" ").trim()}::${lines.map(escapeData).join("%0A")}`;
}

const escapeData = (text: string): string => escapeCommands(revealInvisible(text)).replaceAll("%", "%25");
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** A word without a meaning in any flavor of Markdown. GitHub links hexadecimal words to commits. */
const word = /^(?!www$|[0-9a-f]{7,}$)(?:\p{L}\p{M}?)+(?:['’-](?:\p{L}\p{M}?)+)*$/iu;
/** A short number. GitHub links long ones to commits. */
const number = /^-?\d{1,6}(?:[.-]\d{1,4}){0,2}$/;
/** A name such as `AccountStatus`, which is safe but reads better as code. */
const name = /\p{Ll}\p{Lu}/u;

/** Punctuation that has no meaning in Markdown before and after a word. */
const [opening, closing] = ["\"'“‘(", ")\"'”’,.;:?!…"];

/** Splits punctuation off a word. A loop, because a regular expression takes quadratic time on a long row of dots. */
function splitPunctuation(token: string): [before: string, core: string, after: string] {
  let start = 0;
  while (opening.includes(token[start] ?? "x")) start++;
  let end = token.length;
  while (end > start && closing.includes(token[end - 1] ?? "x")) end--;
  // `getAccount()` keeps its parentheses.
  if (token[end] === ")" && token.slice(start, end).includes("(")) end++;
  return [token.slice(0, start), token.slice(start, end), token.slice(end)];
}

/**
 * Escapes text for Markdown: plain words stay as they are, and everything else becomes code. GitHub finds mentions,
 * references, URLs and formulas even in escaped text, but not in code.
 */
export const escapeMarkdown = (text: string, names: readonly string[] = []): string =>
  escapeCommands(revealInvisible(text))
    .trim()
    .split(/ +/)
    .map((token) => {
      const [before, core, after] = splitPunctuation(token);
      if (isPlain(core) && !names.includes(core)) return token;
      // The backticks of text that is code already would show in a code span.
      return before + codeSpan(core.replace(/^`([^`]+)`$/, "$1")) + after;
    })
    .join(" ");

/** Splits text for HTML: plain words stay as they are, and everything else becomes code. */
export function renderCode(text: string): (Markup | string)[] {
  const parts: (Markup | string)[] = [];
  let plainText = "";
  for (const token of text.split(/( +)/)) {
    const [before, core, after] = splitPunctuation(token);
    if (core.trim() === "" || isPlain(core)) plainText += token;
    else {
      parts.push(plainText + before, html`<code>${core}</code>`);
      plainText = after;
    }
  }
  return [...parts, plainText];
}

const isPlain = (text: string): boolean =>
  ["=", "–", "—", "→"].includes(text) || number.test(text) || (word.test(text) && !name.test(text));

/** Prints text as a code span in Markdown. */
export const markdownCode = (text: string): string =>
  codeSpan(escapeCommands(revealInvisible(text)).trim().replace(/ +/g, " "));

/** HTML. Only `html` and `verbatim` create it. */
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
 * Creates HTML from a template. Its parts are escaped for text and quoted attributes, unless they are HTML. Commands of
 * build logs are escaped too, because the page can be printed there.
 */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(texts.map((text, index) => text + escapePart(parts[index])).join(""));

/** Creates HTML from the style sheet or the script of the page. Never use it for text of a document. */
export const verbatim = (text: string): Markup => new Markup(text);

function escapePart(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Markup) return part.toString();
  if (typeof part === "string" || typeof part === "number")
    return revealInvisible(String(part)).replace(/[&<>"'`]|::|##\[/g, (match) =>
      match.replace(/./g, (char) => `&#${char.charCodeAt(0)};`),
    );
  return part.map(escapePart).join("");
}
