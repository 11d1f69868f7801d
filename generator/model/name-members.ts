import { jsonPointer } from "../document/json-pointer.ts";
import { getOwn } from "../util/collections.ts";
import { GeneratorError, type Warning } from "../util/errors.ts";
import type { FoundEnum } from "./collect-enums.ts";
import { pascalCase, startsIdentifier } from "./identifiers.ts";
import type { EnumValue, Member } from "./model.ts";

/** Longer names are hard to read, so a warning suggests an override. */
const maxComfortableLength = 40;

/** The overridden member names of an enum, by value. */
export type MemberNameOverrides = Readonly<Record<string, string>>;

/** The names in the config: of enums by their derived name, of members by the enum's name and their value. */
export interface NameOverrides {
  readonly enumNames: Readonly<Record<string, string>>;
  readonly enumMembers: Readonly<Record<string, MemberNameOverrides>>;
}

/** Names the values of an enum. If two have the same name, the error suggests an override. */
export function nameMembers(
  enumName: string,
  site: FoundEnum,
  overrides: MemberNameOverrides,
): { members: Member[]; warnings: Warning[] } {
  const overrideOf = (value: EnumValue): string | undefined => getOwn(overrides, String(value));
  const names = memberNamesOf(site, overrideOf);
  // An override must not take the derived name of another value: code that uses the name would compile, but send a
  // different value.
  const derived = memberNamesOf(site, () => undefined);
  const shadowedIndex = site.values.findIndex(
    (value, index) =>
      overrideOf(value) === undefined && site.values.some((other) => overrideOf(other) === derived[index]),
  );
  if (shadowedIndex >= 0)
    throw collision(enumName, site, derived[shadowedIndex] ?? "", site.values[shadowedIndex] ?? "");
  const duplicateIndex = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (duplicateIndex >= 0)
    throw collision(enumName, site, names[duplicateIndex] ?? "", site.values[duplicateIndex] ?? "");

  const members = site.values.map((value, index): Member => {
    const label = site.labels.get(value);
    return { name: names[index] ?? "", value, ...(label !== undefined && { label }) };
  });
  const long = members.filter(
    ({ name, value }) => name.length > maxComfortableLength && overrideOf(value) === undefined,
  );
  return { members, warnings: long.map(({ name, value }) => longNameWarning(enumName, site, name, value)) };
}

/** Returns the names of an enum's values, in the order of the values. */
function memberNamesOf(site: FoundEnum, overrideOf: (value: EnumValue) => string | undefined): string[] {
  const last = site.segments.at(-1) ?? site.owner;
  const derived = (value: EnumValue): string => memberName(value, site.labels.get(value), last);
  const documented = site.values.map((value) => documentedMemberName(site.names.get(value)));
  const candidates = site.values.map((value, index) => {
    const name = documented[index];
    const isUnique = name !== undefined && documented.indexOf(name) === documented.lastIndexOf(name);
    return overrideOf(value) ?? (isUnique ? name : derived(value));
  });
  return site.values.map((value, index) => {
    const name = candidates[index] ?? "";
    const collides = candidates.filter((other) => other === name).length > 1;
    return collides && typeof value === "number" && overrideOf(value) === undefined ? name + numberName(value) : name;
  });
}

/** Returns the document's name of a member, converted to Pascal case if necessary. Undefined if not usable. */
function documentedMemberName(name = ""): string | undefined {
  const pascal = /^\p{Lu}[\p{L}\p{N}]*$/u.test(name) && /\p{Ll}/u.test(name) ? name : pascalCase(labelHeadline(name));
  return startsIdentifier(pascal) ? pascal : undefined;
}

/**
 * Derives the name of a value: from the value itself if it is a string, else from the headline of its label. If the
 * result is empty or starts with a digit, it is prefixed with the last segment of the enum's name.
 */
export function memberName(value: EnumValue, label: string | undefined, last: string): string {
  const text = typeof value === "string" ? value : labelHeadline(label ?? "");
  const name = pascalCase(text);
  if (startsIdentifier(name)) return name;
  if (typeof value === "boolean" && name === "") return pascalCase(String(value));
  const suffix = typeof value === "number" && name === "" ? numberName(value) : name;
  const prefixed = pascalCase(last) + suffix;
  return startsIdentifier(prefixed) ? prefixed : `Value${prefixed}`;
}

/** The part of a label before its explanation: `Draft` of "Draft - not yet active". */
export const labelHeadline = (label: string): string => label.split(/[;,.(]| - |: /, 1)[0]?.trim() ?? "";

/** Returns a number as part of a name: `Minus1`, `1Point5`. */
const numberName = (value: number): string => pascalCase(String(value).replace("-", " Minus ").replace(".", " Point "));

const collision = (enumName: string, site: FoundEnum, name: string, value: EnumValue): GeneratorError =>
  new GeneratorError(
    "MEMBER_COLLISION",
    jsonPointer(site.pointer, "enum"),
    `two values of ${enumName} have the same name ${name}`,
    `Rename one of them in the config: ${overrideExample(enumName, value, `${name}2`)}`,
  );

const longNameWarning = (enumName: string, site: FoundEnum, name: string, value: EnumValue): Warning => ({
  code: "MEMBER_LONG",
  where: jsonPointer(site.pointer, "enum"),
  what: `${enumName}.${name} has ${name.length} characters. Set a shorter name in the config: ${overrideExample(enumName, value, "…")}`,
});

const overrideExample = (enumName: string, value: EnumValue, name: string): string =>
  JSON.stringify({ enumMembers: { [enumName]: { [String(value)]: name } } });
