import { sha256 } from "../hash.ts";
import { groupBy } from "../lists.ts";
import { canonical, compare, type Json } from "../spec/json.ts";
import { type Located, levels } from "./change.ts";
import { describe } from "./describe.ts";
import type { Finding } from "./finding.ts";
import { impact } from "./impact.ts";
import { kinds } from "./kinds.ts";
import { siteOf } from "./place.ts";

/** Makes one change of the findings of one cause: those that say the same of things of one name. The weightiest first. */
export function merge(findings: readonly Finding[]): Located[] {
  const groups = groupBy(findings, ({ kind, level, place, before, after, value = null, ours = false }) =>
    canonical([kind, place.direction, level, value, before, after, place.name, ours]),
  );
  return [...groups.values()]
    .map(build)
    .sort(
      (a, b) =>
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        compare(a.sites[0] ?? "", b.sites[0] ?? "") ||
        compare(a.id, b.id),
    );
}

function build(group: readonly [Finding, ...Finding[]]): Located {
  const [first] = group;
  const { kind, level, place, before, after, value, tightens, ours } = first;
  const sites = [...new Set(group.map((each) => siteOf(each.place)))].sort(compare);
  const { direction } = place;
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
    ...(tightens && { tightens }),
    ...(ours && { ours }),
    pointers: [...new Set(group.map(({ pointer }) => pointer))].sort(compare),
  };
}

/** The first 12 hexadecimal digits of the SHA-256 of what a change is. */
const fingerprint = (facts: Record<string, Json>): string => sha256(canonical(facts)).slice(0, 12);
