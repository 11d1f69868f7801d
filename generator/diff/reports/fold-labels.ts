import { canonicalJson } from "../../document/json.ts";
import type { Drift, Located } from "../findings/change.ts";
import { formatValue } from "../findings/location.ts";
import type { Report } from "./report.ts";

/**
 * A drift as people read it: a new value of an enum and what that value is called are one line where they are at the
 * same places. For programs they are two changes, each with its own kind. A label that a project takes for more than
 * docs stays a line of its own.
 */
export function foldLabels(drift: Drift): Drift {
  const labels = new Map(
    drift.changes
      .filter(({ kind, level }) => kind === "enum-label-added" && level === "docs")
      .map((label) => [valueKey(label), label]),
  );
  const told = new Set<Located>();
  const changes = drift.changes.map((change) => {
    const label = change.kind === "enum-value-added" ? labels.get(valueKey(change)) : undefined;
    if (!label) return change;
    told.add(label);
    return { ...change, message: `${change.message}, called ${formatValue(label.after)}` };
  });
  return { ...drift, changes: changes.filter((change) => !told.has(change)) };
}

/** What a value and its label have in common. */
const valueKey = ({ value, direction, sites, fromOverlay = false }: Located): string =>
  canonicalJson([String(value), direction, sites, fromOverlay]);

/** A report for people. */
export const forPeople = ({ drift, history }: Report): Report => ({
  drift: (each, options) => drift(foldLabels(each), options),
  history: (entries, options) => history(entries.map(foldLabels), options),
});
