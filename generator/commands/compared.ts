import type { Config } from "../config.ts";
import { findings } from "../drift/compare.ts";
import type { Finding } from "../drift/finding.ts";
import { markOurs } from "../drift/ours.ts";
import { judge } from "../drift/policy.ts";
import { folded } from "../drift/reports/fold.ts";
import { verdict } from "../drift/reports/verdict.ts";
import { GeneratorError } from "../errors.ts";
import type { Rename } from "../model/committed.ts";
import type { Contract } from "../model/contract.ts";
import { type Applied, appliedOf, beyond, named, same } from "../overlay/applied.ts";
import { select, understand } from "../pipeline.ts";
import { type Json, parseObject, printJson } from "../spec/json.ts";
import { type Correction, correct } from "./overlays.ts";

/** One of the documents that are compared. */
export interface Compared {
  /** Its snapshot. */
  readonly text: string;
  /** What it says, read when somebody asks. */
  readonly contract: () => Contract;
  /** The overlays that are in it. */
  readonly applied: readonly Applied[];
  /** Whether its enums have names of their own, and not those of the config. */
  readonly named?: boolean;
}

/** One that can be had with more overlays. */
export interface Base extends Compared {
  /** Actions that match nothing in it are passed over: it may be from before what they correct was there. */
  readonly with: (overlays: readonly Correction[]) => Promise<Compared>;
}

/** What is compared of a document. Of what is committed, the client's own names count. */
export async function prepare(
  document: Json,
  applied: readonly Applied[],
  config: Config,
  committed?: Rename,
): Promise<Base> {
  const selection = await select(document, config);
  let contract: Contract | undefined;
  return {
    text: printJson(selection.document),
    contract: () => {
      contract ??= understand(selection, config, committed).contract();
      return contract;
    },
    applied,
    named: committed !== undefined,
    with: async (overlays) =>
      prepare((await correct(document, overlays, false)).document, [...applied, ...overlays], config, committed),
  };
}

/** What two documents differ by, and what cannot be told of it. */
export interface Differences {
  readonly findings: readonly Finding[];
  readonly notices: readonly string[];
}

/**
 * What two documents differ by. Where the second has overlays that the first has not, what is no difference once the
 * first has them as well is marked as ours.
 */
export async function differences(
  before: Base,
  after: Compared,
  overlays: readonly Correction[],
): Promise<Differences> {
  // Normalised documents that say the same do so in the same bytes: most downloads are not even read.
  if (before.text === after.text && !before.named && !after.named) return { findings: [], notices: [] };
  const all = findings(before.contract(), after.contract());
  const more = beyond(after.applied, before.applied);
  if (more?.length === 0) return { findings: all, notices: [] };
  const corrected = await withOverlays(before, more, overlays);
  if (corrected) return { findings: markOurs(all, findings(corrected.contract(), after.contract())), notices: [] };
  const [one, other] = [named(before.applied), named(after.applied)];
  const notice = `base was made with ${one}, head with ${other}: what the overlays changed is not told apart`;
  return { findings: all, notices: [notice] };
}

/** A document with the overlays that it lacks, as far as they can be had. */
async function withOverlays(
  base: Base,
  more: readonly Applied[] | undefined,
  overlays: readonly Correction[],
): Promise<Compared | undefined> {
  const found = more?.flatMap((each) => overlays.filter((overlay) => same(overlay, each)).slice(0, 1));
  if (!found || found.length !== more?.length) return undefined;
  try {
    return await base.with(found);
  } catch (error) {
    // They were made for another state of the document.
    if (!(error instanceof GeneratorError)) throw error;
    return undefined;
  }
}

/**
 * What a new snapshot means for those who call the API, in a line. Nothing is said where it is the old one, or where
 * that is not there or cannot be read.
 */
export async function meaning(
  old: { readonly snapshot: string | undefined; readonly lock: string | undefined },
  { snapshot: text, contract, applied }: Pick<Compared, "contract" | "applied"> & { readonly snapshot: string },
  overlays: readonly Correction[],
  config: Config,
  today: string,
): Promise<string | undefined> {
  if (old.snapshot === undefined || old.snapshot === text) return undefined;
  try {
    const before = await prepare(JSON.parse(old.snapshot), appliedOf(parseObject(old.lock)), config);
    const { findings } = await differences(before, { text, contract, applied }, overlays);
    return verdict(folded(judge({ base: "", head: "" }, findings, config.drift ?? {}, today)));
  } catch {
    return undefined;
  }
}
