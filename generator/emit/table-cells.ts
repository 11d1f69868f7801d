import { escapeInvisible } from "../util/invisible-characters.ts";
import { codeSpan, tableCell } from "../util/markdown.ts";

/** Prints text as code in a cell of a Markdown table. */
export const codeCell = (text: string): string => tableCell(codeSpan(oneLine(text)));

/** Prints text in a cell of a Markdown table, with nothing that Markdown or HTML would interpret. */
export const textCell = (text: string): string =>
  oneLine(text).replace(/[\\`*_{}[\]<>()#+!|~@&]/g, (char) => `&#${char.charCodeAt(0)};`);

const oneLine = (text: string): string => escapeInvisible(text.replace(/\s+/g, " ").trim());
