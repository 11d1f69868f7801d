import type { Change, Drift, Located } from "../findings/change.ts";
import { jsonText } from "./escape.ts";
import type { Report } from "./report.ts";

/** The report for programs, described by drift.schema.json. The order of keys is stable. */
export const jsonReport: Report = {
  drift: (drift) => jsonText(toRecord(drift)),
  history: (entries) => jsonText({ history: entries.filter(({ changes }) => changes.length > 0).map(toRecord) }),
};

const toRecord = ({ base, head, overlays, level, semver, changes, ignored, notices }: Drift) => ({
  base,
  head,
  ...(overlays && { overlays }),
  level,
  semver,
  changes: changes.map(pickKeys),
  ...(ignored.length > 0 && { ignored: ignored.map((change) => ({ ...pickKeys(change), reason: change.reason })) }),
  ...(notices.length > 0 && { notices }),
});

const keys = [
  "id",
  "kind",
  "level",
  "direction",
  "sites",
  "value",
  "before",
  "after",
  "message",
  "impact",
  "undeclaredConstraints",
  "fromOverlay",
] as const satisfies readonly (keyof Change)[];

/** Omits the location in the documents, which is for annotations only. */
const pickKeys = (change: Located) =>
  Object.fromEntries(keys.flatMap((key) => (change[key] === undefined ? [] : [[key, change[key]]])));
