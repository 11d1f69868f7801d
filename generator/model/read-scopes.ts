/** Names in backticks, separated by commas, "or" or "and". */
const names = "((?:[ \\t]*(?:,[ \\t]*)?(?:(?:or|and)[ \\t]+)?`[^`\\n]+`)+)\\.?";
const oneOf = new RegExp(`[ \\t]*Requires one of the following scopes?:${names}`, "gi");
const allOf = new RegExp(`[ \\t]*Requires all of the following scopes?:${names}`, "gi");
const group = new RegExp(`One of${names}`, "gi");
const groups = new RegExp(
  `[ \\t]*Requires all of the following scope groups:((?:\\s*[-*][ \\t]*One of${names})+)`,
  "gi",
);

/**
 * Reads the scopes that an API key needs from the description of an operation, the only place that has them. All groups
 * are required; of each group, one scope. Sentences of the same kind are merged, in their order.
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

/** Removes the trailing spaces and repeated empty lines that removed sentences leave behind. */
const tidy = (text: string): string =>
  text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
