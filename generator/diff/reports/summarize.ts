import { type Change, type Direction, type Drift, type Level, levels } from "../findings/change.ts";

/** The command that prints everything that a shorter report omits. */
export const showAll = "npm run drift -- --format text";

/** The summary of a drift without changes. */
export const noDrift = "no drift: nothing changed for callers";

/** The meaning of each level for callers. */
export const levelMeanings: Readonly<Record<Level, string>> = {
  breaking: "Code may stop compiling, or the API may reject requests that it accepted.",
  risky: "Callers may receive values that they do not expect.",
  additive: "New features. No code changes needed.",
  docs: "Documentation only.",
};

/** Returns the number of changes of each level that has any, most severe first. */
export const countByLevel = (changes: readonly Pick<Change, "level">[]): { level: Level; count: number }[] =>
  levels
    .map((level) => ({ level, count: changes.filter((change) => change.level === level).length }))
    .filter(({ count }) => count > 0);

/** Formats the number of changes: "3 breaking, 1 docs change". */
export function formatCounts(changes: readonly Pick<Change, "level">[]): string {
  const counts = countByLevel(changes);
  const noun = counts.at(-1)?.count === 1 ? "change" : "changes";
  return `${counts.map(({ level, count }) => `${count} ${level}`).join(", ")} ${noun}`;
}

/** Summarizes a drift in one line. */
export const summarize = (drift: Drift): string => {
  const { level, semver, changes } = drift;
  if (level === "none") return `${noDrift}${ignoredSuffix(drift)}`;
  return `${level}: ${formatCounts(changes)}${overlaySuffix(changes)} (semver ${semver}${ignoredSuffix(drift)})`;
};

/** Follows every level and version in a report, because ignored changes can also break callers. */
export const ignoredSuffix = ({ ignored }: Pick<Drift, "ignored">): string =>
  ignored.length > 0 ? `, not counting ${ignored.length} ignored` : "";

/** The label of a change that comes from an overlay. */
export const fromOverlayLabel = "from an overlay";

/** Formats how many of the changes come from overlays. */
export function overlaySuffix(changes: readonly Pick<Change, "fromOverlay">[]): string {
  const count = changes.filter((change) => change.fromOverlay).length;
  if (count === 0) return "";
  return count === changes.length ? ", all from overlays" : `, ${count} of them from overlays`;
}

/** The label before the names of overlays. */
export const overlaysLabel = "with overlays";

/** The label before the phrases of a description that imply a constraint missing from the schema. */
export const undeclaredConstraintsLabel = "undeclared constraints";

/** The label of a direction, after the kind of a change. */
export const directionLabels: Readonly<Record<Direction, string>> = {
  request: "in requests",
  response: "in responses",
  none: "",
};

/** Formats the kind of a change with its direction and origin: "enum-value-added in responses (from an overlay)". */
export const formatKind = ({
  kind,
  direction,
  fromOverlay,
}: Pick<Change, "kind" | "direction" | "fromOverlay">): string =>
  [kind, directionLabels[direction], fromOverlay && `(${fromOverlayLabel})`].filter(Boolean).join(" ");
