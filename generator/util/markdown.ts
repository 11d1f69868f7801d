/** Text as a piece of code in Markdown, with a fence that is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  if (text === "") return "";
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : fence + text + fence;
}

/** Markdown in a cell of a table. Cells end at a pipe even in code, and an escape would not survive a backslash before it. */
export const tableCell = (markdown: string): string =>
  markdown.replace(/(\\?)\|/g, (_, slash: string) => (slash === "" ? "\\|" : "\\\\u{7c}"));
