import type { ResolvedEnum } from "../../contract/contract.ts";
import { canonicalJson } from "../../document/json.ts";
import type { EnumValue, Member, PublicNames } from "../../model/model.ts";
import { changeTypeOf, type Finding, finding } from "../findings/finding.ts";
import type { SchemaRule } from "./rule.ts";

/** The values of a list. One that is new in an answer is met by callers that do not know it. */
export const enumValues: SchemaRule = (before, after, location) => {
  if (!before.enum || !after.enum) return [];
  const [old, now] = [before.enum, after.enum];
  const where = { location, pointer: after.pointer };
  return [
    ...missing(now.values, old.values).map((value) =>
      finding("enum-value-added", ["additive", "risky"], { ...where, after: value }, { value, ...names(now, value) }),
    ),
    ...missing(old.values, now.values).map((value) =>
      finding("enum-value-removed", "breaking", { ...where, before: value }, { value, ...names(old, value) }),
    ),
  ];
};

/** The labels of values. A label that gives a value another member name breaks those who use the member. */
export const enumLabels: SchemaRule = (before, after, location) => {
  const [old, now] = [before.enum, after.enum];
  if (!old || !now) return [];
  const where = { location, pointer: after.pointer };
  return [...new Set([...old.labels.keys(), ...now.labels.keys()])].flatMap((key): Finding[] => {
    const [label, newLabel] = [old.labels.get(key), now.labels.get(key)];
    const turn = changeTypeOf(label, newLabel);
    if (!turn || renamed(old, now, key)) return [];
    const facts = { ...where, before: label, after: newLabel };
    const side = newLabel === undefined ? old : now;
    return [finding(`enum-label-${turn}`, "docs", facts, { value: key, ...names(side, key) })];
  });
};

/** Members that are called otherwise, by a new label or by a neighbour that took their name. */
export const enumMembers: SchemaRule = (before, after, location) => {
  const [old, now] = [before.enum, after.enum];
  if (!old || !now) return [];
  return old.values.flatMap((value): Finding[] => {
    const change = renamed(old, now, String(value));
    if (!change) return [];
    const facts = { location, pointer: after.pointer, before: change.before, after: change.after };
    const { enum: name } = change;
    return [
      finding("enum-member-renamed", "breaking", facts, {
        value: String(value),
        names: { enum: name, member: change.after, before: change.before },
      }),
    ];
  });
};

const missing = (from: readonly EnumValue[], of: readonly EnumValue[]): EnumValue[] =>
  from.filter((value) => !of.includes(value));

/** The names of a member before and after, where the client has it before and after and calls it otherwise. */
function renamed(old: ResolvedEnum, now: ResolvedEnum, key: string) {
  const [before, after] = [member(old, key)?.name, member(now, key)?.name];
  return before !== undefined && after !== undefined && before !== after && now.named
    ? { enum: now.named.name, before, after }
    : undefined;
}

const member = ({ named }: ResolvedEnum, key: EnumValue): Member | undefined =>
  named?.members.find(({ value }) => String(value) === String(key));

const names = (facts: ResolvedEnum, key: EnumValue): Pick<Finding, "names"> => {
  const name = member(facts, key)?.name;
  return facts.named ? { names: { enum: facts.named.name, ...(name !== undefined && { member: name }) } } : {};
};

/**
 * Enums that the client exports under another name, because the place that names them is another: nothing that the API
 * did, but callers import the name, and may get another enum by it. A pin keeps it.
 */
export const enumNames = (base: PublicNames, head: PublicNames): SchemaRule => {
  const sitesOf = ({ enums }: PublicNames, name: string): string[] =>
    enums.flatMap((each) => (each.name === name ? each.sites.map((site) => canonicalJson({ ...site })) : []));
  const kept = (name: string): boolean => {
    const now = sitesOf(head, name);
    return sitesOf(base, name).some((site) => now.includes(site));
  };
  return (before, after, location) => {
    const [old, now] = [before.enum?.named?.name, after.enum?.named?.name];
    if (old === undefined || now === undefined || old === now || kept(old)) return [];
    const facts = {
      location: { ...location, direction: "none" as const },
      pointer: after.pointer,
      before: old,
      after: now,
    };
    return [finding("enum-renamed", "breaking", facts, { names: { enum: now, before: old } })];
  };
};
