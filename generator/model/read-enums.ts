import { compareCodePoints, type JsonObject } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { getOwn, groupBy } from "../util/collections.ts";
import { GeneratorError, type Warning } from "../util/errors.ts";
import { collectEnums, type FoundEnum } from "./collect-enums.ts";
import { labelWarnings, unusedOverrideWarnings } from "./enum-warnings.ts";
import { isIdentifier, isReserved, pascalCase, withFreeNumber } from "./identifiers.ts";
import type { Enum, Operation } from "./model.ts";
import { type NameOverrides, nameMembers } from "./name-members.ts";

/** Finds, merges and names the enums of a document. Gives them by name, and by each place in the document. */
export function readEnums(
  document: JsonObject,
  operations: readonly Operation[],
  pins: NameOverrides,
): { enums: Enum[]; enumAt: (pointer: string) => Enum | undefined; warnings: Warning[] } {
  const groups = groupEnums(collectEnums(document, operations));
  const names = nameEnumGroups(groups, pins.enumNames);
  const built = groups.map((sites, index) => buildEnum(names[index] ?? "", sites, pins));
  const places = new Map(
    groups.flatMap((sites, index) => sites.map(({ pointer }) => [pointer, built[index]?.enum] as const)),
  );
  const derived = new Set(groups.flatMap((sites) => sites.map(enumName)));
  const values = new Map(groups.map((sites, index) => [names[index] ?? "", new Set(sites[0].values.map(String))]));
  return {
    enums: built.map((result) => result.enum).sort((a, b) => compareCodePoints(a.name, b.name)),
    enumAt: (pointer) => places.get(pointer),
    warnings: [...built.flatMap(({ warnings }) => warnings), ...unusedOverrideWarnings(pins, derived, values)],
  };
}

function buildEnum(name: string, sites: readonly [FoundEnum, ...FoundEnum[]], pins: NameOverrides) {
  const labelled = sites.find(({ labels }) => labels.size > 0) ?? sites[0];
  const description = sites.find((site) => site.description !== undefined)?.description;
  const { names } = sites.find((site) => site.names.size > 0) ?? sites[0];
  // Names come from the first site, labels from the first that has any: a twin without labels lends only its place.
  const named = nameMembers(
    name,
    { ...sites[0], labels: labelled.labels, names },
    getOwn(pins.enumMembers, name) ?? {},
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
 * One group per enum. Labelled sites belong together when values and labels are equal. Sites without labels belong to
 * those of the same values and last name, and with them to the one labelled group of which that is true as well.
 */
function groupEnums(sites: readonly FoundEnum[]): readonly (readonly [FoundEnum, ...FoundEnum[]])[] {
  const values = ({ values }: FoundEnum): string =>
    JSON.stringify(values.map((value) => JSON.stringify(value)).sort(compareCodePoints));
  const labels = ({ values, labels }: FoundEnum): string =>
    JSON.stringify(values.map((value) => JSON.stringify([value, labels.get(value) ?? null])).sort(compareCodePoints));
  const twin = (site: FoundEnum): string => JSON.stringify([values(site), lastName(site)]);

  const labelled = sites.filter((site) => site.labels.size > 0);
  const candidates = groupBy(labelled, twin);
  const key = (site: FoundEnum): string => {
    if (site.labels.size > 0) return labels(site);
    const homes = new Set(candidates.get(twin(site))?.map(labels));
    return homes.size === 1 ? [...homes].join() : twin(site);
  };
  return [...groupBy(sites, key).values()];
}

const lastName = ({ segments, owner }: FoundEnum): string => segments.at(-1) ?? owner;

/**
 * The name of each group: the pin for a name that one of its sites derives (so a pin outlives a new first site); else
 * the name of its first site, or, where that is taken, of the next whose name is free; where none is, with a number.
 */
function nameEnumGroups(groups: readonly (readonly FoundEnum[])[], pins: NameOverrides["enumNames"]): string[] {
  const derived = groups.map((sites) => sites.map(enumName));
  const keys = derived.map((names) => names.find((name) => getOwn(pins, name) !== undefined));
  const pinned = keys.map((key) => (key === undefined ? undefined : getOwn(pins, key)));
  const free = assignNames(derived, []);
  for (const [index, name] of pinned.entries()) {
    if (name === undefined) continue;
    if (!isIdentifier(name) || isReserved(name)) throw invalidOverride(keys[index] ?? "", name);
    // The enum that has the name without pins would go by another one. But a name that both derive is as much of this one.
    const other = free.findIndex((each, place) => each === name && pinned[place] === undefined);
    if (other >= 0 && !derived[index]?.includes(name)) throw takenName(keys[index] ?? "", name);
  }
  return assignNames(derived, pinned);
}

function assignNames(derived: readonly (readonly string[])[], pinned: readonly (string | undefined)[]): string[] {
  const given = new Set(pinned.filter((name) => name !== undefined));
  return derived.map((names, index) => {
    const name = pinned[index] ?? names.find((each) => !given.has(each)) ?? withFreeNumber(names[0] ?? "", given);
    given.add(name);
    return name;
  });
}

/** "Account", "warmup", "increment" make `AccountWarmupIncrement`; a name that repeats its neighbour counts once. */
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
    "Use an identifier that neither TypeScript nor the client has a use for",
  );

const takenName = (key: string, name: string): GeneratorError =>
  new GeneratorError(
    "NAME_COLLISION",
    jsonPointer("enumNames", key),
    `this pin takes the name ${name}, which another enum has`,
    `Choose another name, or pin the other enum as well: ${JSON.stringify({ enumNames: { [name]: `${name}2` } })}`,
  );
