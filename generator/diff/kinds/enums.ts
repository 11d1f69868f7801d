import type { ResolvedEnum } from "../../contract/contract.ts";
import { canonicalJson, type JsonObject } from "../../document/json.ts";
import type { EnumValue, Member, PublicNames } from "../../model/model.ts";
import { defineKind, noCodeChanges, stopCompiling } from "../findings/define-kind.ts";
import { createFinding, type Finding } from "../findings/finding.ts";
import { formatChange, formatValue } from "../findings/format-values.ts";
import { compareValues, defineKeywordKinds, listKinds } from "../findings/keyword-kinds.ts";
import { defineKindGroup, type SchemaRule } from "../findings/rule.ts";

const valueAdded = defineKind({
  id: "enum-value-added",
  level: { request: "additive", response: "risky" },
  message: ({ value = null }, subject) => `${subject} has a new value, ${formatValue(value)}`,
  impact: ({ usage, sent, names, value = null }) => {
    const gain = names
      ? `${names.enum} gains ${names.member ?? "a member"} = ${formatValue(value)}`
      : `${usage} can be ${formatValue(value)}`;
    if (sent) return [gain, noCodeChanges];
    const stops = [gain, stopCompiling("exhaustive switches")];
    return names ? [...stops, `old clients label it Unknown (${String(value)})`] : stops;
  },
  keyword: "enum",
});

const valueRemoved = defineKind({
  id: "enum-value-removed",
  level: "breaking",
  message: ({ value = null }, subject) => `${subject} no longer has the value ${formatValue(value)}`,
  impact: ({ usage, names, value = null }) =>
    names
      ? [`${names.enum}.${names.member ?? formatValue(value)} was removed`, stopCompiling("callers that use it")]
      : [`${usage} is never ${formatValue(value)}`, stopCompiling("callers that send or compare it")],
  keyword: "enum",
});

const labelKinds = defineKeywordKinds("enum-label", {
  levels: { added: "docs", removed: "docs", changed: "docs" },
  message: ({ value, before, after }, subject) =>
    `label of ${String(value)} in ${subject} ${formatChange(before, after)}`,
  impact: ({ names, value, after }) => {
    if (!names) return [noCodeChanges];
    const label = after === null ? "no label" : formatValue(after);
    return [`${names.enum}Labels has ${label} for ${String(value)}`, noCodeChanges];
  },
  keyword: "enumLabels",
});

const memberRenamed = defineKind({
  id: "enum-member-renamed",
  level: "breaking",
  message: ({ value, before, after }, subject) =>
    `the member for ${String(value)} in ${subject} was renamed from ${String(before)} to ${String(after)}`,
  impact: ({ names, value, before, after }) => {
    const name = names?.enum ?? "";
    return [
      `${name}.${String(before)} is now ${String(after)}`,
      stopCompiling("callers that use it"),
      keepOldName({ enumMembers: { [name]: { [String(value)]: before } } }),
    ];
  },
  keyword: "enumLabels",
});

const enumRenamed = defineKind({
  id: "enum-renamed",
  level: "breaking",
  message: ({ before, after }, subject) =>
    `the enum of ${subject} was renamed from ${String(before)} to ${String(after)}`,
  impact: ({ before, after }) => {
    const [oldName, newName] = [String(before), String(after)];
    return [
      `${oldName} is now exported as ${newName}`,
      stopCompiling(`imports of ${oldName}`),
      keepOldName({ enumNames: { [newName]: oldName } }),
    ];
  },
});

const keepOldName = (override: JsonObject): string => `the config can keep the old name: ${JSON.stringify(override)}`;

/** Compares the values of two enums. */
const enumValues: SchemaRule = (before, after, location) => {
  const [oldEnum, newEnum] = [before.enum, after.enum];
  if (!oldEnum || !newEnum) return [];
  const site = { location, pointer: after.pointer };
  return [
    ...missingValues(newEnum, oldEnum).map((value) =>
      createFinding(valueAdded, { ...site, after: value, value, ...namesOf(newEnum, value) }),
    ),
    ...missingValues(oldEnum, newEnum).map((value) =>
      createFinding(valueRemoved, { ...site, before: value, value, ...namesOf(oldEnum, value) }),
    ),
  ];
};

const missingValues = ({ values }: ResolvedEnum, other: ResolvedEnum): EnumValue[] =>
  values.filter((value) => !other.values.includes(value));

/** Compares the labels of enum values. A label that renames its member is reported as {@link memberRenamed}. */
const enumLabels: SchemaRule = (before, after, location) => {
  const [oldEnum, newEnum] = [before.enum, after.enum];
  if (!oldEnum || !newEnum) return [];
  return [...new Set([...oldEnum.labels.keys(), ...newEnum.labels.keys()])].flatMap((key) => {
    if (findRename(oldEnum, newEnum, key)) return [];
    const [oldLabel, newLabel] = [oldEnum.labels.get(key), newEnum.labels.get(key)];
    const names = namesOf(newLabel === undefined ? oldEnum : newEnum, key);
    return compareValues(labelKinds, { location, pointer: after.pointer, value: key, ...names }, oldLabel, newLabel);
  });
};

/** Compares the names of enum members, which a label or another member with the same name can change. */
const enumMembers: SchemaRule = (before, after, location) => {
  const [oldEnum, newEnum] = [before.enum, after.enum];
  if (!oldEnum || !newEnum) return [];
  return oldEnum.values.flatMap((value) => {
    const rename = findRename(oldEnum, newEnum, value);
    if (!rename) return [];
    const { enumName, oldName, newName } = rename;
    return [
      createFinding(memberRenamed, {
        location,
        pointer: after.pointer,
        before: oldName,
        after: newName,
        value: String(value),
        names: { enum: enumName, member: newName },
      }),
    ];
  });
};

/** Returns the names of a member in both clients if they differ. */
function findRename(oldEnum: ResolvedEnum, newEnum: ResolvedEnum, value: EnumValue) {
  const [oldName, newName] = [findMember(oldEnum, value)?.name, findMember(newEnum, value)?.name];
  if (oldName === undefined || newName === undefined || oldName === newName || !newEnum.named) return undefined;
  return { enumName: newEnum.named.name, oldName, newName };
}

/** Finds the member of a value, or of its key in the label map. */
const findMember = ({ named }: ResolvedEnum, value: EnumValue): Member | undefined =>
  named?.members.find((member) => String(member.value) === String(value));

const namesOf = (resolved: ResolvedEnum, value: EnumValue): Pick<Finding, "names"> => {
  if (!resolved.named) return {};
  const member = findMember(resolved, value)?.name;
  return { names: { enum: resolved.named.name, ...(member !== undefined && { member }) } };
};

/**
 * Compares the names of enums. The API did not change: the first site of the enum did, which names it. Callers import
 * the name, and can get another enum by it.
 */
const enumNames: SchemaRule = (before, after, location, { base, head }) => {
  const [oldName, newName] = [before.enum?.named?.name, after.enum?.named?.name];
  if (oldName === undefined || newName === undefined || oldName === newName) return [];
  if (isNameKept(oldName, base.names, head.names)) return [];
  return [
    createFinding(enumRenamed, {
      location: { ...location, direction: "none" },
      pointer: after.pointer,
      before: oldName,
      after: newName,
      names: { enum: newName },
    }),
  ];
};

/** Whether both clients have an enum with this name that shares a site. */
const isNameKept = (name: string, base: PublicNames, head: PublicNames): boolean => {
  const newSites = sitesOf(name, head);
  return sitesOf(name, base).some((site) => newSites.includes(site));
};

const sitesOf = (name: string, { enums }: PublicNames): string[] =>
  enums.flatMap((each) => (each.name === name ? each.sites.map((site) => canonicalJson({ ...site })) : []));

export const enumKinds = defineKindGroup({
  kinds: [valueAdded, valueRemoved, ...listKinds([labelKinds]), memberRenamed, enumRenamed],
  rules: { sameType: { enumValues, enumLabels, enumMembers, enumNames } },
});
