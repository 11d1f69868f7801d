import { canonicalJson } from "../document/json.ts";
import { type Drift, highestLevel, type Ignored, type Level, semver } from "./findings/change.ts";
import type { Finding } from "./findings/finding.ts";
import type { Kind } from "./findings/kind-names.ts";
import { formatSite } from "./findings/location.ts";
import { merge } from "./merge-findings.ts";

/** What a project decides about drift, in its config. */
export interface DriftPolicy {
  /** Changes to pass over: they are told apart and have no part in the level. */
  readonly ignore?: readonly IgnoreEntry[];
  /** Levels of a project's own, by kind. */
  readonly levels?: Readonly<Partial<Record<Kind, Level>>>;
}

/** One entry of the ignore list. What it names has to hold, all of it. */
export interface IgnoreEntry {
  /** The `id` of a change, as every report has it. */
  readonly id?: string;
  readonly kind?: Kind;
  /** A site, with `*` for any run of characters. */
  readonly site?: string;
  readonly reason: string;
  /** The last day on which it holds: `2026-12-31`. */
  readonly until?: string;
}

/** What is left of the findings under a project's policy, as a drift between two documents. */
export function applyPolicy(
  names: Pick<Drift, "base" | "head" | "overlays">,
  findings: readonly Finding[],
  { ignore = [], levels = {} }: DriftPolicy,
  today: string,
): Drift {
  const levelled = findings.map((finding) => ({ ...finding, level: levels[finding.kind] ?? finding.level }));
  const used = new Set<IgnoreEntry>();
  const current = ignore.filter(({ until }) => until === undefined || until >= today);
  /** The first entry that says so, noted as used. */
  const entryFor = (test: (entry: IgnoreEntry) => boolean): IgnoreEntry | undefined => {
    const entry = current.find(test);
    if (entry) used.add(entry);
    return entry;
  };

  // By kind and site before sites are merged, so that one of them can be passed over; by fingerprint after.
  const passed = new Map<IgnoreEntry, Finding[]>();
  const rest = levelled.filter((finding) => {
    const entry = entryFor(
      (each) => each.id === undefined && matchesEntry(each, finding.kind, formatSite(finding.location)),
    );
    if (entry) passed.set(entry, [...(passed.get(entry) ?? []), finding]);
    return !entry;
  });
  const ignored: Ignored[] = [...passed].flatMap(([{ reason }, found]) =>
    merge(found).map((change) => ({ ...change, reason })),
  );
  const changes = merge(rest).filter((change) => {
    const entry = entryFor(
      (each) => each.id === change.id && change.sites.every((site) => matchesEntry(each, change.kind, site)),
    );
    if (entry) ignored.push({ ...change, reason: entry.reason });
    return !entry;
  });
  const level = highestLevel(changes);
  return { ...names, level, semver: semver[level], changes, ignored, notices: notices(ignore, current, used) };
}

const matchesEntry = ({ kind, site }: IgnoreEntry, ofKind: Kind, atSite: string): boolean =>
  (kind === undefined || kind === ofKind) && (site === undefined || globToRegExp(site).test(atSite));

const globToRegExp = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  );

const notices = (
  all: readonly IgnoreEntry[],
  current: readonly IgnoreEntry[],
  used: ReadonlySet<IgnoreEntry>,
): string[] =>
  all.flatMap((entry) => {
    if (!current.includes(entry)) return [`the entry ${name(entry)} of the ignore list expired on ${entry.until}`];
    return used.has(entry) ? [] : [`the entry ${name(entry)} of the ignore list matches no change`];
  });

const name = ({ reason: _, until: __, ...entry }: IgnoreEntry): string => JSON.stringify(entry);

/** Marks the findings that upstream has no part in: those that are not among `theirs`. */
export function markOverlayFindings(all: readonly Finding[], theirs: readonly Finding[]): Finding[] {
  const known = new Set(theirs.map(what));
  return all.map((finding) => (known.has(what(finding)) ? finding : { ...finding, fromOverlay: true }));
}

const what = ({ kind, location, before, after, value }: Finding): string =>
  canonicalJson([kind, location.direction, formatSite(location), before, after, value ?? null]);
