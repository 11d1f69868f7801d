import type { Change, Drift, Located } from "../findings/change.ts";
import { jsonText } from "./escape.ts";
import type { Report } from "./report.ts";

/** For programs: what drift.schema.json describes. The order of the keys is part of it. */
export const json: Report = {
  drift: (drift) => jsonText(record(drift)),
  history: (entries) => jsonText({ history: entries.filter(({ changes }) => changes.length > 0).map(record) }),
};

const record = ({ base, head, overlays, level, semver, changes, ignored, notices }: Drift) => ({
  base,
  head,
  ...(overlays && { overlays }),
  level,
  semver,
  changes: changes.map(change),
  ...(ignored.length > 0 && { ignored: ignored.map((each) => ({ ...change(each), reason: each.reason })) }),
  ...(notices.length > 0 && { notices }),
});

// biome-ignore format: a list is read row by row.
const keys = [
  "id", "kind", "level", "direction", "sites", "value", "before", "after", "message", "impact", "undeclaredConstraints", "fromOverlay",
] as const satisfies readonly (keyof Change)[];

/** A change without its pointers: they are for reports that point into the documents at hand. */
const change = (located: Located) =>
  Object.fromEntries(keys.flatMap((key) => (located[key] === undefined ? [] : [[key, located[key]]])));
