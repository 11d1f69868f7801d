import { isArray, isObject, type Json } from "../../document/json.ts";
import type { Change } from "../findings/change.ts";
import { html, type Markup } from "./escape.ts";

/** The length of JSON below which both values are printed beside their labels. */
const maxShortLength = 24;

/** Prints the values before and after a change side by side, if the change has any. */
export function renderValues({ before, after }: Pick<Change, "before" | "after">): Markup | undefined {
  if (before === null && after === null) return undefined;
  const [oldValue, newValue] =
    typeof before === "string" && typeof after === "string"
      ? renderTextDiff(before, after)
      : [renderValue(before), renderValue(after)];
  const areShort = [before, after].every(
    (value) => !isArray(value) && !isObject(value) && JSON.stringify(value).length < maxShortLength,
  );
  return html`<dl class="values${areShort && " short"}">\
<div><dt>Before</dt><dd>${oldValue}</dd></div>\
<div><dt>After</dt><dd>${newValue}</dd></div></dl>`;
}

const renderValue = (value: Json): Markup => {
  if (value === null) return html`<span class="value empty">none</span>`;
  if (isArray(value) || isObject(value))
    return html`<code class="value">${renderLines(JSON.stringify(value, null, 2))}</code>`;
  if (typeof value === "string" && /\s/.test(value))
    return html`<span class="value words">${renderLines(value)}</span>`;
  return html`<code class="value">${JSON.stringify(value)}</code>`;
};

/** Prints two texts with everything between their common prefix and suffix marked. */
function renderTextDiff(before: string, after: string): [Markup, Markup] {
  if (!/\s/.test(before + after)) return [renderValue(before), renderValue(after)];
  const [oldWords, newWords] = [splitWords(before), splitWords(after)];
  const start = commonPrefixLength(oldWords, newWords);
  const end = commonPrefixLength(oldWords.slice(start).reverse(), newWords.slice(start).reverse());
  const render = (words: readonly string[], mark: (difference: readonly Markup[]) => Markup): Markup => {
    const [prefix, difference, suffix] = [
      words.slice(0, start),
      words.slice(start, words.length - end),
      words.slice(words.length - end),
    ].map((part) => part.join(""));
    const marked = difference !== "" && mark(renderLines(difference));
    return html`<span class="value words">${renderLines(prefix)}${marked}${renderLines(suffix)}</span>`;
  };
  return [
    render(oldWords, (difference) => html`<del>${difference}</del>`),
    render(newWords, (difference) => html`<ins>${difference}</ins>`),
  ];
}

const splitWords = (text: string): string[] => text.split(/(\s+)/);

function commonPrefixLength(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((word, position) => word !== b[position]);
  return index === -1 ? a.length : index;
}

/** Escapes a text line by line, because a line break is the only control character that stays. */
const renderLines = (text = ""): Markup[] =>
  text.split(/\r?\n/).map((line, index) => (index === 0 ? html`${line}` : html`\n${line}`));
