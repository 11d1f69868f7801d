import type { Config } from "../config/config.ts";
import type { Contract } from "../contract/contract.ts";
import { applyPolicy, markOverlayFindings } from "../diff/apply-policy.ts";
import { compareContracts } from "../diff/compare-contracts.ts";
import type { Finding } from "../diff/findings/finding.ts";
import { foldLabels } from "../diff/reports/fold-labels.ts";
import { summarize } from "../diff/reports/summarize.ts";
import { type Json, parseObject, printJson } from "../document/json.ts";
import type { RenameEnum } from "../model/read-committed-names.ts";
import {
  type AppliedOverlay,
  describeOverlays,
  isSameOverlay,
  pendingOverlays,
  readAppliedOverlays,
} from "../overlay/applied-overlays.ts";
import { GeneratorError } from "../util/errors.ts";
import { applyOverlaysTo, type LoadedOverlay } from "./load-overlays.ts";
import { analyze, selectDocument } from "./pipeline.ts";

/** One of the documents that are compared. */
export interface ComparedDocument {
  /** Its snapshot. */
  readonly text: string;
  /** What it says, read when somebody asks. */
  readonly contract: () => Contract;
  /** The overlays that are in it. */
  readonly applied: readonly AppliedOverlay[];
  /** Whether its enums have names of their own, and not those of the config. */
  readonly named?: boolean;
}

/** One that can be had with more overlays. */
export interface BaseDocument extends ComparedDocument {
  /** Actions that match nothing in it are passed over: it may be from before what they correct was there. */
  readonly with: (overlays: readonly LoadedOverlay[]) => Promise<ComparedDocument>;
}

/** What is compared of a document. Of what is committed, the client's own names count. */
export async function prepareDocument(
  document: Json,
  applied: readonly AppliedOverlay[],
  config: Config,
  committed?: RenameEnum,
): Promise<BaseDocument> {
  const selection = await selectDocument(document, config);
  let contract: Contract | undefined;
  return {
    text: printJson(selection.document),
    contract: () => {
      contract ??= analyze(selection, config, committed).contract();
      return contract;
    },
    applied,
    named: committed !== undefined,
    with: async (overlays) =>
      prepareDocument(
        (await applyOverlaysTo(document, overlays, false)).document,
        [...applied, ...overlays],
        config,
        committed,
      ),
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
export async function findDifferences(
  before: BaseDocument,
  after: ComparedDocument,
  overlays: readonly LoadedOverlay[],
): Promise<Differences> {
  // Normalised documents that say the same do so in the same bytes: most downloads are not even read.
  if (before.text === after.text && !before.named && !after.named) return { findings: [], notices: [] };
  const all = compareContracts(before.contract(), after.contract());
  const more = pendingOverlays(after.applied, before.applied);
  if (more?.length === 0) return { findings: all, notices: [] };
  const corrected = await withOverlays(before, more, overlays);
  if (corrected)
    return {
      findings: markOverlayFindings(all, compareContracts(corrected.contract(), after.contract())),
      notices: [],
    };
  const [one, other] = [describeOverlays(before.applied), describeOverlays(after.applied)];
  const notice = `base was made with ${one}, head with ${other}: what the overlays changed is not told apart`;
  return { findings: all, notices: [notice] };
}

/** A document with the overlays that it lacks, as far as they can be had. */
async function withOverlays(
  base: BaseDocument,
  more: readonly AppliedOverlay[] | undefined,
  overlays: readonly LoadedOverlay[],
): Promise<ComparedDocument | undefined> {
  const found = more?.flatMap((each) => overlays.filter((overlay) => isSameOverlay(overlay, each)).slice(0, 1));
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
export async function summarizeImpact(
  old: { readonly snapshot: string | undefined; readonly lock: string | undefined },
  { snapshot: text, contract, applied }: Pick<ComparedDocument, "contract" | "applied"> & { readonly snapshot: string },
  overlays: readonly LoadedOverlay[],
  config: Config,
  today: string,
): Promise<string | undefined> {
  if (old.snapshot === undefined || old.snapshot === text) return undefined;
  try {
    const before = await prepareDocument(JSON.parse(old.snapshot), readAppliedOverlays(parseObject(old.lock)), config);
    const { findings } = await findDifferences(before, { text, contract, applied }, overlays);
    return summarize(foldLabels(applyPolicy({ base: "", head: "" }, findings, config.drift ?? {}, today)));
  } catch {
    return undefined;
  }
}
