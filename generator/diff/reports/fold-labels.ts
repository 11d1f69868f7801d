import { canonicalJson } from "../../document/json.ts";
import type { Drift, Located } from "../findings/change.ts";
import { truncate } from "../findings/format-values.ts";
import type { Report } from "./report.ts";

/**
 * Folds the label of a new enum value into the change that adds the value, if both have the same sites. JSON reports
 * them as two changes. A label that the config raises above docs stays a change of its own.
 */
export function foldLabels(drift: Drift): Drift {
  const labels = new Map(
    drift.changes
      .filter(({ kind, level }) => kind === "enum-label-added" && level === "docs")
      .map((label) => [valueKey(label), label]),
  );
  const folded = new Set<Located>();
  const changes = drift.changes.map((change) => {
    const label = change.kind === "enum-value-added" ? labels.get(valueKey(change)) : undefined;
    if (!label) return change;
    folded.add(label);
    return { ...change, message: `${change.message} (${truncate(String(label.after))})` };
  });
  return { ...drift, changes: changes.filter((change) => !folded.has(change)) };
}

/** Identifies an enum value at its sites. */
const valueKey = ({ value, direction, sites, fromOverlay = false }: Located): string =>
  canonicalJson([String(value), direction, sites, fromOverlay]);

/** Creates a report with folded labels from one without. */
export const withFoldedLabels = ({ drift, history }: Report): Report => ({
  drift: (each, options) => drift(foldLabels(each), options),
  history: (entries, options) => history(entries.map(foldLabels), options),
});
