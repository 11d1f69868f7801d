import { GeneratorError, type Warning } from "../errors.ts";
import { groupBy, own } from "../lists.ts";
import type { Enum, Operation } from "../model.ts";
import { at } from "../spec/grammar.ts";
import { compare, type JsonObject } from "../spec/json.ts";
import { type EnumSite, enumSites } from "./enum-sites.ts";
import { labelWarnings, unusedPins } from "./enum-warnings.ts";
import { nameMembers, type Pins } from "./members.ts";
import { isIdentifier, numbered, pascalCase } from "./names.ts";
import { isReserved } from "./reserved.ts";

/** Finds, merges and names the enums of a document. Gives them by name, and by each place in the document. */
export function readEnums(
  document: JsonObject,
  operations: readonly Operation[],
  pins: Pins,
): { enums: Enum[]; enumAt: (pointer: string) => Enum | undefined; warnings: Warning[] } {
  const groups = merge(enumSites(document, operations));
  const names = nameGroups(groups, pins.enumNames);
  const built = groups.map((sites, index) => build(names[index] ?? "", sites, pins));
  const places = new Map(
    groups.flatMap((sites, index) => sites.map(({ pointer }) => [pointer, built[index]?.enum] as const)),
  );
  const derived = new Set(groups.flatMap((sites) => sites.map(enumName)));
  const values = new Map(groups.map((sites, index) => [names[index] ?? "", new Set(sites[0].values.map(String))]));
  return {
    enums: built.map((result) => result.enum).sort((a, b) => compare(a.name, b.name)),
    enumAt: (pointer) => places.get(pointer),
    warnings: [...built.flatMap(({ warnings }) => warnings), ...unusedPins(pins, derived, values)],
  };
}

function build(name: string, sites: readonly [EnumSite, ...EnumSite[]], pins: Pins) {
  const labelled = sites.find(({ labels }) => labels.size > 0) ?? sites[0];
  const description = sites.find((site) => site.description !== undefined)?.description;
  const { names } = sites.find((site) => site.names.size > 0) ?? sites[0];
  // Names come from the first site, labels from the first that has any: a twin without labels lends only its place.
  const named = nameMembers(name, { ...sites[0], labels: labelled.labels, names }, own(pins.enumMembers, name) ?? {});
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
function merge(sites: readonly EnumSite[]): readonly (readonly [EnumSite, ...EnumSite[]])[] {
  const values = ({ values }: EnumSite): string =>
    JSON.stringify(values.map((value) => JSON.stringify(value)).sort(compare));
  const labels = ({ values, labels }: EnumSite): string =>
    JSON.stringify(values.map((value) => JSON.stringify([value, labels.get(value) ?? null])).sort(compare));
  const twin = (site: EnumSite): string => JSON.stringify([values(site), lastName(site)]);

  const labelled = sites.filter((site) => site.labels.size > 0);
  const candidates = groupBy(labelled, twin);
  const key = (site: EnumSite): string => {
    if (site.labels.size > 0) return labels(site);
    const homes = new Set(candidates.get(twin(site))?.map(labels));
    return homes.size === 1 ? [...homes].join() : twin(site);
  };
  return [...groupBy(sites, key).values()];
}

const lastName = ({ segments, owner }: EnumSite): string => segments.at(-1) ?? owner;

/**
 * The name of each group: the pin for a name that one of its sites derives (so a pin outlives a new first site); else
 * the name of its first site, or, where that is taken, of the next whose name is free; where none is, with a number.
 */
function nameGroups(groups: readonly (readonly EnumSite[])[], pins: Pins["enumNames"]): string[] {
  const derived = groups.map((sites) => sites.map(enumName));
  const keys = derived.map((names) => names.find((name) => own(pins, name) !== undefined));
  const pinned = keys.map((key) => (key === undefined ? undefined : own(pins, key)));
  const free = allNames(derived, []);
  for (const [index, name] of pinned.entries()) {
    if (name === undefined) continue;
    if (!isIdentifier(name) || isReserved(name)) throw badPin(keys[index] ?? "", name);
    // The enum that has the name without pins would go by another one. But a name that both derive is as much of this one.
    const other = free.findIndex((each, place) => each === name && pinned[place] === undefined);
    if (other >= 0 && !derived[index]?.includes(name)) throw taken(keys[index] ?? "", name);
  }
  return allNames(derived, pinned);
}

function allNames(derived: readonly (readonly string[])[], pinned: readonly (string | undefined)[]): string[] {
  const given = new Set(pinned.filter((name) => name !== undefined));
  return derived.map((names, index) => {
    const name = pinned[index] ?? names.find((each) => !given.has(each)) ?? numbered(names[0] ?? "", given);
    given.add(name);
    return name;
  });
}

/** "Account", "warmup", "increment" make `AccountWarmupIncrement`; a name that repeats its neighbour counts once. */
export function enumName({ owner, segments }: Pick<EnumSite, "owner" | "segments">): string {
  const path = segments.filter((segment, index) => segment !== segments[index - 1]).map(pascalCase);
  const start = isIdentifier(owner) ? owner : pascalCase(owner);
  const name = [start, ...path].join("");
  if (isReserved(name)) return `${name}Enum`;
  return isIdentifier(name) ? name : `_${name}`;
}

const badPin = (key: string, name: string): GeneratorError =>
  new GeneratorError(
    "CONFIG_INVALID",
    at("enumNames", key),
    `${JSON.stringify(name)} cannot be the name of an enum`,
    "Use an identifier that neither TypeScript nor the client has a use for",
  );

const taken = (key: string, name: string): GeneratorError =>
  new GeneratorError(
    "NAME_COLLISION",
    at("enumNames", key),
    `this pin takes the name ${name}, which another enum has`,
    `Choose another name, or pin the other enum as well: ${JSON.stringify({ enumNames: { [name]: `${name}2` } })}`,
  );
