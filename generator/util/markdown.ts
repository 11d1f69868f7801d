/** Prints text as inline code, with a fence longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  if (text === "") return "";
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : fence + text + fence;
}

/** Escapes pipes for a table cell. A pipe ends a cell even in code, and after a backslash its own escape would not work. */
export const tableCell = (markdown: string): string =>
  markdown.replace(/(\\?)\|/g, (_, slash: string) => (slash === "" ? "\\|" : "\\\\u{7c}"));
