import { analyze, selectDocument } from "../../generator/app/pipeline.ts";
import { defaults } from "../../generator/config/config.ts";
import type { Contract } from "../../generator/contract/contract.ts";
import { compareContracts } from "../../generator/diff/compare-contracts.ts";
import type { Located } from "../../generator/diff/findings/change.ts";
import type { ContractPair } from "../../generator/diff/findings/expand-schemas.ts";
import type { Kind } from "../../generator/diff/findings/kind-names.ts";
import { type Rules, rulesFor } from "../../generator/diff/kinds/index.ts";
import { merge } from "../../generator/diff/merge-findings.ts";
import type { JsonObject } from "../../generator/document/json.ts";

const config = { ...defaults, include: { paths: ["/**"] }, enumNames: {} };

const contracts = new WeakMap<JsonObject, Promise<Contract>>();

/** What a whole document holds its callers to. The tables are gone through once for every rule: each is read once. */
function read(document: JsonObject): Promise<Contract> {
  const contract =
    contracts.get(document) ?? selectDocument(document, config).then((all) => analyze(all, config).contract());
  contracts.set(document, contract);
  return contract;
}

/** The changes between two whole documents. */
export async function changes(
  base: JsonObject,
  head: JsonObject,
  rules: (pair: ContractPair) => Rules = rulesFor,
): Promise<Located[]> {
  const [before, after] = await Promise.all([read(base), read(head)]);
  return merge(compareContracts(before, after, rules));
}

/** What a row of a table says of one change at one site. */
export type Entry = readonly [kind: Kind, level: string, direction: string, site: string, value?: unknown];

/** Changes as a table has them: one entry per site. */
export const entries = (found: readonly Located[]): Entry[] =>
  found.flatMap(({ kind, level, direction, sites, value }) =>
    sites.map(
      (site): Entry => (value === undefined ? [kind, level, direction, site] : [kind, level, direction, site, value]),
    ),
  );

/** Entries in one order, for comparing. */
export const inOrder = (list: readonly Entry[]): string[] => list.map((entry) => JSON.stringify(entry)).sort();
