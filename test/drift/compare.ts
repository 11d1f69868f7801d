import { defaults } from "../../generator/config.ts";
import type { Located } from "../../generator/drift/change.ts";
import { findings } from "../../generator/drift/compare.ts";
import type { Kind } from "../../generator/drift/kinds.ts";
import { merge } from "../../generator/drift/merge.ts";
import { type Rules, rulesFor } from "../../generator/drift/rules/index.ts";
import type { Pair } from "../../generator/drift/views.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { select, understand } from "../../generator/pipeline.ts";
import type { JsonObject } from "../../generator/spec/json.ts";

const config = { ...defaults, include: { paths: ["/**"] }, enumNames: {} };

const contracts = new WeakMap<JsonObject, Promise<Contract>>();

/** What a whole document holds its callers to. The tables are gone through once for every rule: each is read once. */
function read(document: JsonObject): Promise<Contract> {
  const contract =
    contracts.get(document) ?? select(document, config).then((all) => understand(all, config).contract());
  contracts.set(document, contract);
  return contract;
}

/** The changes between two whole documents. */
export async function changes(
  base: JsonObject,
  head: JsonObject,
  rules: (pair: Pair) => Rules = rulesFor,
): Promise<Located[]> {
  const [before, after] = await Promise.all([read(base), read(head)]);
  return merge(findings(before, after, rules));
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
