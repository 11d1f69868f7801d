import { canonicalJson, compareCodePoints, type Json } from "../document/json.ts";
import { groupBy } from "../util/collections.ts";
import { sha256 } from "../util/hash.ts";
import { toCallerView } from "./findings/caller-view.ts";
import { type Located, levels } from "./findings/change.ts";
import type { Finding } from "./findings/finding.ts";
import { formatSite, formatSubject } from "./findings/location.ts";
import { kindIds } from "./registry.ts";

/** Merges findings into changes: those with the same facts about things of the same name. Most severe first. */
export function mergeFindings(findings: readonly Finding[]): Located[] {
  const groups = groupBy(findings, ({ kind, level, location, before, after, value = null, fromOverlay = false }) =>
    canonicalJson([kind.id, location.direction, level, value, before, after, location.name, fromOverlay]),
  );
  const order: readonly string[] = kindIds;
  return [...groups.values()]
    .map(toChange)
    .sort(
      (a, b) =>
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        compareCodePoints(a.sites[0] ?? "", b.sites[0] ?? "") ||
        compareCodePoints(a.id, b.id),
    );
}

function toChange(findings: readonly [Finding, ...Finding[]]): Located {
  const [first] = findings;
  const { kind, level, location, before, after, value, undeclaredConstraints, fromOverlay } = first;
  const { direction } = location;
  const sites = sortedUnique(findings.map((finding) => formatSite(finding.location)));
  return {
    id: fingerprint({ kind: kind.id, direction, sites, before, after }),
    kind: kind.id,
    level,
    direction,
    sites,
    ...(value !== undefined && { value }),
    before,
    after,
    message: kind.message(first, formatSubject(location)),
    impact: describeImpact(findings),
    ...(undeclaredConstraints && { undeclaredConstraints }),
    ...(fromOverlay && { fromOverlay }),
    pointers: sortedUnique(findings.map(({ pointer }) => pointer)),
    ...(kind.keyword !== undefined && { keyword: kind.keyword }),
  };
}

/** Describes the impact of a change, once per enum: each has its own members and name overrides. */
function describeImpact(findings: readonly Finding[]): string {
  const groups = groupBy(findings, ({ names }) => names?.enum ?? "");
  return [...groups.values()].flatMap((group) => group[0].kind.impact(toCallerView(group))).join("; ");
}

const sortedUnique = (texts: readonly string[]): string[] => [...new Set(texts)].sort(compareCodePoints);

/** The first 12 hexadecimal digits of the SHA-256 of the facts of a change. */
const fingerprint = (facts: Record<string, Json>): string => sha256(canonicalJson(facts)).slice(0, 12);
