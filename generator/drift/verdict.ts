import { type Drift, levels } from "./change.ts";
import { plural } from "./words.ts";

/** A drift in a line: `breaking: 3 breaking, 2 risky and 1 docs change (semver major)`. */
export function verdict({ level, semver, changes }: Pick<Drift, "level" | "semver" | "changes">): string {
  if (level === "none") return "no drift: nothing changed for callers";
  const counts = levels
    .map((each) => ({ each, count: changes.filter((change) => change.level === each).length }))
    .filter(({ count }) => count > 0)
    .map(({ each, count }) => `${count} ${each}`);
  const changed = plural(changes.length, "change").replace(/^\d+ /, "");
  return `${level}: ${counts.join(", ")} ${changed} (semver ${semver})`;
}
