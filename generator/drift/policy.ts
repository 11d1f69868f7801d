import { type Drift, type Ignored, type Level, semver, worst } from "./change.ts";
import type { Finding } from "./finding.ts";
import type { Kind } from "./kinds.ts";
import { merge } from "./merge.ts";
import { siteOf } from "./place.ts";

/** What a project decides about drift, in its config. */
export interface Policy {
  /** Changes to pass over: they are told apart and have no part in the level. */
  readonly ignore?: readonly Entry[];
  /** Levels of a project's own, by kind. */
  readonly levels?: Readonly<Partial<Record<Kind, Level>>>;
}

/** One entry of the ignore list. What it names has to hold, all of it. */
export interface Entry {
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
export function judge(
  names: Pick<Drift, "base" | "head" | "overlays">,
  findings: readonly Finding[],
  { ignore = [], levels = {} }: Policy,
  today: string,
): Drift {
  const levelled = findings.map((finding) => ({ ...finding, level: levels[finding.kind] ?? finding.level }));
  const used = new Set<Entry>();
  const current = ignore.filter(({ until }) => until === undefined || until >= today);
  /** The first entry that says so, noted as used. */
  const entryFor = (test: (entry: Entry) => boolean): Entry | undefined => {
    const entry = current.find(test);
    if (entry) used.add(entry);
    return entry;
  };

  // By kind and site before sites are merged, so that one of them can be passed over; by fingerprint after.
  const passed = new Map<Entry, Finding[]>();
  const rest = levelled.filter((finding) => {
    const entry = entryFor((each) => each.id === undefined && covers(each, finding.kind, siteOf(finding.place)));
    if (entry) passed.set(entry, [...(passed.get(entry) ?? []), finding]);
    return !entry;
  });
  const ignored: Ignored[] = [...passed].flatMap(([{ reason }, found]) =>
    merge(found).map((change) => ({ ...change, reason })),
  );
  const changes = merge(rest).filter((change) => {
    const entry = entryFor(
      (each) => each.id === change.id && change.sites.every((site) => covers(each, change.kind, site)),
    );
    if (entry) ignored.push({ ...change, reason: entry.reason });
    return !entry;
  });
  const level = worst(changes);
  return { ...names, level, semver: semver[level], changes, ignored, notices: notices(ignore, current, used) };
}

const covers = ({ kind, site }: Entry, ofKind: Kind, atSite: string): boolean =>
  (kind === undefined || kind === ofKind) && (site === undefined || pattern(site).test(atSite));

const pattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  );

const notices = (all: readonly Entry[], current: readonly Entry[], used: ReadonlySet<Entry>): string[] =>
  all.flatMap((entry) => {
    if (!current.includes(entry)) return [`the entry ${name(entry)} of the ignore list expired on ${entry.until}`];
    return used.has(entry) ? [] : [`the entry ${name(entry)} of the ignore list matches no change`];
  });

const name = ({ reason: _, until: __, ...entry }: Entry): string => JSON.stringify(entry);
