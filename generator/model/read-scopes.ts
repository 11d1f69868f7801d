/** Names in backticks, with commas, "or" or "and" between them. */
const names = "((?:[ \\t]*(?:,[ \\t]*)?(?:(?:or|and)[ \\t]+)?`[^`\\n]+`)+)\\.?";
const oneOf = new RegExp(`[ \\t]*Requires one of the following scopes?:${names}`, "gi");
const allOf = new RegExp(`[ \\t]*Requires all of the following scopes?:${names}`, "gi");
const group = new RegExp(`One of${names}`, "gi");
const groups = new RegExp(
  `[ \\t]*Requires all of the following scope groups:((?:\\s*[-*][ \\t]*One of${names})+)`,
  "gi",
);

/**
 * Reads the scopes that an API key needs out of an operation's description, which is the only place that has them:
 * groups that are all needed, and of each group one scope. Lines of one kind are taken together, in their order.
 */
export function readScopes(description: string): { scopes: readonly (readonly string[])[]; rest: string } {
  const alternatives = [...new Set([...description.matchAll(oneOf)].flatMap(([, list]) => scopesOf(list)))];
  const each = [...description.matchAll(allOf)].flatMap(([, list]) => scopesOf(list)).map((scope) => [scope]);
  const grouped = [...description.matchAll(groups)].flatMap(([, lines = ""]) =>
    [...lines.matchAll(group)].map(([, list]) => scopesOf(list)),
  );
  return {
    scopes: [...(alternatives.length > 0 ? [alternatives] : []), ...each, ...grouped],
    rest: tidy(description.replace(groups, "").replace(oneOf, "").replace(allOf, "")),
  };
}

const scopesOf = (list = ""): string[] => [...list.matchAll(/`([^`]+)`/g)].map(([, scope = ""]) => scope.trim());

/** What is left of a text when sentences are taken out of it: no trailing blanks, no runs of empty lines. */
const tidy = (text: string): string =>
  text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
