import { type Change, type Direction, type Drift, type Level, levels } from "../findings/change.ts";

/** What shows everything that a shorter report leaves out. */
export const showAll = "npm run drift -- --format text";

/** What is said where there is nothing to say. */
export const noDrift = "no drift: nothing changed for callers";

/** What a level means to those who have to decide. */
export const levelMeanings: Readonly<Record<Level, string>> = {
  breaking: "Code that compiled may not, or a request that was accepted may be refused.",
  risky: "Callers may meet what they do not know.",
  additive: "New possibilities; nothing to do.",
  docs: "Words only.",
};

/** How many changes each level has, the weightiest first; levels without any are left out. */
export const counts = (changes: readonly Pick<Change, "level">[]): { level: Level; number: number }[] =>
  levels
    .map((level) => ({ level, number: changes.filter((change) => change.level === level).length }))
    .filter(({ number }) => number > 0);

/** "3 breaking, 1 docs changes". */
export function countsText(changes: readonly Pick<Change, "level">[]): string {
  const parts = counts(changes).map(({ level, number }) => `${number} ${level}`);
  return `${parts.join(", ")} change${changes.length === 1 ? "" : "s"}`;
}

/** A drift in one line. */
export const summarize = (drift: Drift): string => {
  const { level, semver, changes } = drift;
  if (level === "none") return `${noDrift}${ignoredSuffix(drift)}`;
  return `${level}: ${countsText(changes)}${overlaySuffix(changes)} (semver ${semver}${ignoredSuffix(drift)})`;
};

/** What is ignored may break callers all the same: wherever a level or a version is told, this follows. */
export const ignoredSuffix = ({ ignored }: Pick<Drift, "ignored">): string =>
  ignored.length > 0 ? `, not counting ${ignored.length} ignored` : "";

/** What is said of a change that comes from an overlay, and not from upstream. */
export const fromOverlayLabel = "our correction";

/** How many of the changes are that. */
export function overlaySuffix(changes: readonly Pick<Change, "fromOverlay">[]): string {
  const ours = changes.filter((change) => change.fromOverlay).length;
  if (ours === 0) return "";
  return ours === changes.length ? ", by our corrections alone" : `, ${ours} of them by our corrections`;
}

/** What is said before the names of overlays. */
export const overlaysLabel = "with the corrections of";

/** Which way the thing that changed travels, as it is said after the kind of the change. */
export const directionLabels: Readonly<Record<Direction, string>> = {
  request: "in requests",
  response: "in answers",
  none: "",
};

/** A kind of change, which way it travels and whose it is: "enum-value-added in answers (our correction)". */
export const kindLabel = ({
  kind,
  direction,
  fromOverlay,
}: Pick<Change, "kind" | "direction" | "fromOverlay">): string =>
  [kind, directionLabels[direction], fromOverlay && `(${fromOverlayLabel})`].filter(Boolean).join(" ");
