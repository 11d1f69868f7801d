import { compareCodePoints } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import type { OpenApiDocument } from "../document/openapi-types.ts";
import { getOwn, groupBy } from "../util/collections.ts";
import { GeneratorError, type Warning } from "../util/errors.ts";
import { collectEnums, type FoundEnum } from "./collect-enums.ts";
import { labelWarnings, unusedOverrideWarnings } from "./enum-warnings.ts";
import { isIdentifier, isReserved, pascalCase, withFreeNumber } from "./identifiers.ts";
import type { Enum, EnumAt, Operation } from "./model.ts";
import { type NameOverrides, nameMembers } from "./name-members.ts";

/** Finds, merges and names the enums of a document. */
export function readEnums(
  document: OpenApiDocument,
  operations: readonly Operation[],
  overrides: NameOverrides,
): { enums: Enum[]; enumAt: EnumAt; warnings: Warning[] } {
  const groups = groupEnums(collectEnums(document, operations));
  const names = nameEnumGroups(groups, overrides.enumNames);
  const built = groups.map((sites, index) => buildEnum(names[index] ?? "", sites, overrides));
  const byPointer = new Map(
    groups.flatMap((sites, index) => sites.map(({ pointer }) => [pointer, built[index]?.enum] as const)),
  );
  const derived = new Set(groups.flatMap((sites) => sites.map(enumName)));
  const values = new Map(groups.map((sites, index) => [names[index] ?? "", new Set(sites[0].values.map(String))]));
  return {
    enums: built.map((result) => result.enum).sort((a, b) => compareCodePoints(a.name, b.name)),
    enumAt: (pointer) => byPointer.get(pointer),
    warnings: [...built.flatMap(({ warnings }) => warnings), ...unusedOverrideWarnings(overrides, derived, values)],
  };
}

function buildEnum(name: string, sites: readonly [FoundEnum, ...FoundEnum[]], overrides: NameOverrides) {
  const labeled = sites.find(({ labels }) => labels.size > 0) ?? sites[0];
  const description = sites.find((site) => site.description !== undefined)?.description;
  const { names } = sites.find((site) => site.names.size > 0) ?? sites[0];
  // Member names are derived from the first site, labels come from the first site that has any.
  const named = nameMembers(
    name,
    { ...sites[0], labels: labeled.labels, names },
    getOwn(overrides.enumMembers, name) ?? {},
  );
  return {
    enum: {
      name,
      ...(description !== undefined && { description }),
      members: named.members,
      sites: sites.map(({ site }) => site),
    },
    warnings: [...named.warnings, ...sites.flatMap(labelWarnings)],
  };
}

/**
 * Groups the sites of the same enum. Labeled sites are the same enum if their values and labels are equal. Sites without
 * labels are the same enum if their values and last names are equal. If exactly one labeled enum also has these values
 * and this last name, they are sites of that enum.
 */
function groupEnums(sites: readonly FoundEnum[]): readonly (readonly [FoundEnum, ...FoundEnum[]])[] {
  const valuesKey = ({ values }: FoundEnum): string =>
    JSON.stringify(values.map((value) => JSON.stringify(value)).sort(compareCodePoints));
  const labelsKey = ({ values, labels }: FoundEnum): string =>
    JSON.stringify(values.map((value) => JSON.stringify([value, labels.get(value) ?? null])).sort(compareCodePoints));
  const unlabeledKey = (site: FoundEnum): string => JSON.stringify([valuesKey(site), lastName(site)]);

  const labeled = sites.filter((site) => site.labels.size > 0);
  const labeledByKey = groupBy(labeled, unlabeledKey);
  const groupKey = (site: FoundEnum): string => {
    if (site.labels.size > 0) return labelsKey(site);
    const candidates = new Set(labeledByKey.get(unlabeledKey(site))?.map(labelsKey));
    return candidates.size === 1 ? [...candidates].join() : unlabeledKey(site);
  };
  return [...groupBy(sites, groupKey).values()];
}

const lastName = ({ segments, owner }: FoundEnum): string => segments.at(-1) ?? owner;

/**
 * Names each group of sites: by an override of a name that one of its sites derives, else by the first free derived name,
 * else by the first derived name with a number. Overrides apply to all sites, so they keep working when a site is added.
 */
function nameEnumGroups(groups: readonly (readonly FoundEnum[])[], overrides: NameOverrides["enumNames"]): string[] {
  const derived = groups.map((sites) => sites.map(enumName));
  const keys = derived.map((names) => names.find((name) => getOwn(overrides, name) !== undefined));
  const overridden = keys.map((key) => (key === undefined ? undefined : getOwn(overrides, key)));
  const withoutOverrides = assignNames(derived, []);
  for (const [index, name] of overridden.entries()) {
    if (name === undefined) continue;
    if (!isIdentifier(name) || isReserved(name)) throw invalidOverride(keys[index] ?? "", name);
    // The override must not rename another enum, unless this enum derives the same name.
    const isTaken = withoutOverrides.some((each, other) => each === name && overridden[other] === undefined);
    if (isTaken && !derived[index]?.includes(name)) throw takenName(keys[index] ?? "", name);
  }
  return assignNames(derived, overridden);
}

function assignNames(derived: readonly (readonly string[])[], overridden: readonly (string | undefined)[]): string[] {
  const taken = new Set(overridden.filter((name) => name !== undefined));
  return derived.map((names, index) => {
    const name = overridden[index] ?? names.find((each) => !taken.has(each)) ?? withFreeNumber(names[0] ?? "", taken);
    taken.add(name);
    return name;
  });
}

/** Derives the name of an enum: `AccountWarmupIncrement`. A segment that repeats the one before is skipped. */
export function enumName({ owner, segments }: Pick<FoundEnum, "owner" | "segments">): string {
  const path = segments.filter((segment, index) => segment !== segments[index - 1]).map(pascalCase);
  const start = isIdentifier(owner) ? owner : pascalCase(owner);
  const name = [start, ...path].join("");
  if (isReserved(name)) return `${name}Enum`;
  return isIdentifier(name) ? name : `_${name}`;
}

const invalidOverride = (key: string, name: string): GeneratorError =>
  new GeneratorError(
    "CONFIG_INVALID",
    jsonPointer("enumNames", key),
    `${JSON.stringify(name)} cannot be the name of an enum`,
    "Use an identifier that is not reserved by TypeScript or by the client",
  );

const takenName = (key: string, name: string): GeneratorError =>
  new GeneratorError(
    "NAME_COLLISION",
    jsonPointer("enumNames", key),
    `another enum is already named ${name}`,
    `Choose another name, or rename the other enum too: ${JSON.stringify({ enumNames: { [name]: `${name}2` } })}`,
  );
