import { canonicalJson } from "../document/json.ts";
import { type Drift, highestLevel, type Ignored, type Level, semver } from "./findings/change.ts";
import type { Finding } from "./findings/finding.ts";
import { formatSite } from "./findings/location.ts";
import { mergeFindings } from "./merge-findings.ts";
import type { KindId } from "./registry.ts";

/** The `drift` section of the config. */
export interface DriftPolicy {
  /** Changes to ignore. They are listed separately and do not affect the level. */
  readonly ignore?: readonly IgnoreEntry[];
  /** Levels that replace the default ones, by kind. */
  readonly levels?: Readonly<Partial<Record<KindId, Level>>>;
}

/** An entry of the ignore list. A change must match all of its criteria. */
export interface IgnoreEntry {
  /** The `id` of a change, which every report prints. */
  readonly id?: string;
  readonly kind?: KindId;
  /** A site, with `*` for any characters. */
  readonly site?: string;
  readonly reason: string;
  /** The last day on which the entry applies: `2026-12-31`. */
  readonly until?: string;
}

/** Turns findings into a drift: replaces levels, and separates what the config ignores. */
export function applyPolicy(
  names: Pick<Drift, "base" | "head" | "overlays">,
  findings: readonly Finding[],
  { ignore = [], levels = {} }: DriftPolicy,
  today: string,
): Drift {
  const levelOverrides: Readonly<Record<string, Level | undefined>> = levels;
  const leveled = findings.map((finding) => ({ ...finding, level: levelOverrides[finding.kind.id] ?? finding.level }));
  const current = ignore.filter(({ until }) => until === undefined || until >= today);
  const used = new Set<IgnoreEntry>();
  /** Finds the first entry that passes a test, and marks it as used. */
  const findEntry = (test: (entry: IgnoreEntry) => boolean): IgnoreEntry | undefined => {
    const entry = current.find(test);
    if (entry) used.add(entry);
    return entry;
  };

  // Entries without an id apply before findings are merged, so that one of several sites can be ignored.
  const ignoredFindings = new Map<IgnoreEntry, Finding[]>();
  const rest = leveled.filter((finding) => {
    const site = formatSite(finding.location);
    const entry = findEntry((each) => each.id === undefined && matches(each, finding.kind.id, site));
    if (entry) ignoredFindings.set(entry, [...(ignoredFindings.get(entry) ?? []), finding]);
    return !entry;
  });
  const ignored: Ignored[] = [...ignoredFindings].flatMap(([{ reason }, group]) =>
    mergeFindings(group).map((change) => ({ ...change, reason })),
  );
  const changes = mergeFindings(rest).filter((change) => {
    const entry = findEntry(
      (each) => each.id === change.id && change.sites.every((site) => matches(each, change.kind, site)),
    );
    if (entry) ignored.push({ ...change, reason: entry.reason });
    return !entry;
  });
  const level = highestLevel(changes);
  return { ...names, level, semver: semver[level], changes, ignored, notices: listNotices(ignore, current, used) };
}

const matches = (entry: IgnoreEntry, kind: string, site: string): boolean =>
  (entry.kind === undefined || entry.kind === kind) &&
  (entry.site === undefined || globToRegExp(entry.site).test(site));

const globToRegExp = (glob: string): RegExp => {
  const literals = glob.split("*").map((literal) => literal.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join(".*")}$`);
};

const listNotices = (
  all: readonly IgnoreEntry[],
  current: readonly IgnoreEntry[],
  used: ReadonlySet<IgnoreEntry>,
): string[] =>
  all.flatMap((entry) => {
    const { reason: _, until, ...criteria } = entry;
    const name = `ignore entry ${JSON.stringify(criteria)}`;
    if (!current.includes(entry)) return [`${name} expired on ${until}`];
    return used.has(entry) ? [] : [`${name} matches no change`];
  });

/** Marks the findings that come from overlays: those that are missing from the comparison without them. */
export function markOverlayFindings(findings: readonly Finding[], upstream: readonly Finding[]): Finding[] {
  const upstreamFacts = new Set(upstream.map(factsOf));
  return findings.map((finding) => (upstreamFacts.has(factsOf(finding)) ? finding : { ...finding, fromOverlay: true }));
}

const factsOf = ({ kind, location, before, after, value }: Finding): string =>
  canonicalJson([kind.id, location.direction, formatSite(location), before, after, value ?? null]);
