import { isArray, isObject, type Json } from "../../document/json.ts";
import type { Change } from "../findings/change.ts";
import { html, type Markup } from "./escape.ts";

/** What was and what is, side by side. Nothing where the change is not about a value. */
export function renderValues({ before, after }: Pick<Change, "before" | "after">): Markup | undefined {
  if (before === null && after === null) return undefined;
  const [was, is] =
    typeof before === "string" && typeof after === "string"
      ? renderTextDiff(before, after)
      : [renderValue(before), renderValue(after)];
  const short = [before, after].every(
    (value) => JSON.stringify(value).length < 24 && !isArray(value) && !isObject(value),
  );
  return html`<dl class="values${short && " short"}"><div><dt>Before</dt><dd>${was}</dd></div><div><dt>After</dt><dd>${is}</dd></div></dl>`;
}

const renderValue = (value: Json): Markup => {
  if (value === null) return html`<span class="value empty">nothing</span>`;
  if (isArray(value) || isObject(value))
    return html`<code class="value">${lines(JSON.stringify(value, null, 2))}</code>`;
  if (typeof value === "string" && /\s/.test(value)) return html`<span class="value words">${lines(value)}</span>`;
  return html`<code class="value">${JSON.stringify(value)}</code>`;
};

/** Two texts with what differs marked: everything between what they begin with and what they end with. */
function renderTextDiff(before: string, after: string): [Markup, Markup] {
  if (!/\s/.test(before + after)) return [renderValue(before), renderValue(after)];
  const [old, now] = [words(before), words(after)];
  const start = commonPrefixLength(old, now);
  const end = commonPrefixLength(old.slice(start).reverse(), now.slice(start).reverse());
  const part = (all: readonly string[], mark: (differs: readonly Markup[]) => Markup): Markup => {
    const differs = all.slice(start, all.length - end).join("");
    return html`<span class="value words">${lines(all.slice(0, start).join(""))}${differs !== "" && mark(lines(differs))}${lines(
      all.slice(all.length - end).join(""),
    )}</span>`;
  };
  return [part(old, (differs) => html`<del>${differs}</del>`), part(now, (differs) => html`<ins>${differs}</ins>`)];
}

const words = (text: string): string[] => text.split(/(\s+)/);

/** How many words two lists begin with in common. */
function commonPrefixLength(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((word, index) => word !== other[index]);
  return end === -1 ? one.length : end;
}

/** Text of several lines: escaped line by line, for a line break is the one character of its kind that may stay. */
const lines = (text: string): Markup[] =>
  text.split(/\r?\n/).map((line, index) => (index === 0 ? html`${line}` : html`\n${line}`));
