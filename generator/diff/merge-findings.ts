import { canonicalJson, compareCodePoints, type Json } from "../document/json.ts";
import { groupBy } from "../util/collections.ts";
import { sha256 } from "../util/hash.ts";
import { describe } from "./describe.ts";
import { type Located, levels } from "./findings/change.ts";
import type { Finding } from "./findings/finding.ts";
import { kinds } from "./findings/kind-names.ts";
import { formatSite } from "./findings/location.ts";
import { impact } from "./impact.ts";

/** Makes one change of the findings of one cause: those that say the same of things of one name. The weightiest first. */
export function merge(findings: readonly Finding[]): Located[] {
  const groups = groupBy(findings, ({ kind, level, location, before, after, value = null, fromOverlay = false }) =>
    canonicalJson([kind, location.direction, level, value, before, after, location.name, fromOverlay]),
  );
  return [...groups.values()]
    .map(build)
    .sort(
      (a, b) =>
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        compareCodePoints(a.sites[0] ?? "", b.sites[0] ?? "") ||
        compareCodePoints(a.id, b.id),
    );
}

function build(group: readonly [Finding, ...Finding[]]): Located {
  const [first] = group;
  const { kind, level, location, before, after, value, undeclaredConstraints, fromOverlay } = first;
  const sites = [...new Set(group.map((each) => formatSite(each.location)))].sort(compareCodePoints);
  const { direction } = location;
  return {
    id: fingerprint({ kind, direction, sites, before, after }),
    kind,
    level,
    direction,
    sites,
    ...(value !== undefined && { value }),
    before,
    after,
    message: describe(first),
    impact: impact(group),
    ...(undeclaredConstraints && { undeclaredConstraints }),
    ...(fromOverlay && { fromOverlay }),
    pointers: [...new Set(group.map(({ pointer }) => pointer))].sort(compareCodePoints),
  };
}

/** The first 12 hexadecimal digits of the SHA-256 of what a change is. */
const fingerprint = (facts: Record<string, Json>): string => sha256(canonicalJson(facts)).slice(0, 12);
