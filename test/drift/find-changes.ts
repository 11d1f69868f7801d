import { analyze, selectDocument } from "../../generator/app/pipeline.ts";
import { defaults } from "../../generator/config/config.ts";
import type { Contract } from "../../generator/contract/contract.ts";
import { compareContracts } from "../../generator/diff/compare-contracts.ts";
import type { Located } from "../../generator/diff/findings/change.ts";
import type { Rules } from "../../generator/diff/findings/rule.ts";
import { mergeFindings } from "../../generator/diff/merge-findings.ts";
import type { KindId } from "../../generator/diff/registry.ts";
import type { JsonObject } from "../../generator/document/json.ts";

const config = { ...defaults, include: { paths: ["/**"] }, enumNames: {} };

const contracts = new WeakMap<JsonObject, Promise<Contract>>();

/** Reads the contract of a whole document. It is cached, because every row is compared once per rule. */
function readContract(document: JsonObject): Promise<Contract> {
  const contract =
    contracts.get(document) ?? selectDocument(document, config).then((all) => analyze(all, config).contract());
  contracts.set(document, contract);
  return contract;
}

/** Finds the changes between two whole documents. */
export async function findChanges(base: JsonObject, head: JsonObject, rules?: Rules): Promise<Located[]> {
  const [before, after] = await Promise.all([readContract(base), readContract(head)]);
  return mergeFindings(compareContracts(before, after, rules));
}

/** The facts of a change at one site. */
export type Entry = readonly [kind: KindId, level: string, direction: string, site: string, value?: unknown];

/** Lists the facts of changes, with one entry per site. */
export const toEntries = (changes: readonly Located[]): Entry[] =>
  changes.flatMap(({ kind, level, direction, sites, value }) =>
    sites.map((site): Entry => {
      const facts = [kind as KindId, level, direction, site] as const;
      return value === undefined ? facts : [...facts, value];
    }),
  );

/** Sorts entries for a comparison. */
export const sortEntries = (entries: readonly Entry[]): string[] =>
  entries.map((entry) => JSON.stringify(entry)).sort();
