import { asArray, asObject, canonicalJson, type Json } from "../document/json.ts";
import type { Enum } from "./model.ts";

/** Returns an enum with the names that the committed client has for it. */
export type RenameEnum = (found: Enum) => Enum;

/**
 * Reads the names of enums from a committed model, which may have been generated with other name overrides. Enums are
 * found by site, members by value. Those that the committed model does not have keep their names.
 */
export function readCommittedNames(model: Json): RenameEnum {
  const bySite = new Map<string, Record<"name" | "members", Json>>();
  for (const { name, members, sites } of asArray(asObject(model).enums).map(asObject))
    for (const site of asArray(sites))
      bySite.set(canonicalJson(site), { name: name ?? null, members: members ?? null });
  return (found) => {
    const committed = found.sites
      .map((site) => bySite.get(canonicalJson({ ...site })))
      .find((each) => each !== undefined);
    if (typeof committed?.name !== "string") return found;
    const names = new Map(asArray(committed.members).map((each) => [asObject(each).value, asObject(each).name]));
    const members = found.members.map((member) => {
      const name = names.get(member.value);
      return typeof name === "string" ? { ...member, name } : member;
    });
    return { ...found, name: committed.name, members };
  };
}
