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

/** A document that is compared. */
export interface ComparedDocument {
  /** The text of its snapshot. */
  readonly text: string;
  /** Returns its contract, read on first use. */
  readonly contract: () => Contract;
  /** The overlays that were applied to it. */
  readonly applied: readonly AppliedOverlay[];
  /** Whether its enums have the names of a committed client instead of those of the config. */
  readonly named?: boolean;
}

/** A document to which further overlays can be applied. */
export interface BaseDocument extends ComparedDocument {
  /** Ignores actions without a match: the document may be older than what they correct. */
  readonly with: (overlays: readonly LoadedOverlay[]) => Promise<ComparedDocument>;
}

/** Prepares a document for comparison, with the enum names of a committed client if there is one. */
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

/** The differences of two documents, and notices about them. */
export interface Differences {
  readonly findings: readonly Finding[];
  readonly notices: readonly string[];
}

/**
 * Compares two documents. If the second has overlays that the first lacks, differences that these overlays cause are
 * marked: those that are not found once the first has them, too.
 */
export async function findDifferences(
  before: BaseDocument,
  after: ComparedDocument,
  overlays: readonly LoadedOverlay[],
): Promise<Differences> {
  // Equal documents have equal bytes once normalized, so most downloads need no comparison.
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
  const notice = `base was made with ${one}, head with ${other}: changes by overlays cannot be distinguished`;
  return { findings: all, notices: [notice] };
}

/** Applies the overlays that a document lacks, if they are available. */
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
    // They were written for another version of the document.
    if (!(error instanceof GeneratorError)) throw error;
    return undefined;
  }
}

/**
 * Summarizes in a line what a new snapshot means for callers. Returns `undefined` if it equals the old one, or if the old
 * one is missing or cannot be read.
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
