import { canonical } from "../spec/json.ts";
import type { Finding } from "./finding.ts";
import { siteOf } from "./place.ts";

/** Marks the findings that upstream has no part in: those that are not among `theirs`. */
export function markOurs(all: readonly Finding[], theirs: readonly Finding[]): Finding[] {
  const known = new Set(theirs.map(what));
  return all.map((finding) => (known.has(what(finding)) ? finding : { ...finding, ours: true }));
}

const what = ({ kind, place, before, after, value }: Finding): string =>
  canonical([kind, place.direction, siteOf(place), before, after, value ?? null]);
