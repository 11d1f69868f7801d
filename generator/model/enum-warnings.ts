import { jsonPointer } from "../document/json-pointer.ts";
import type { Warning } from "../util/errors.ts";
import type { FoundEnum } from "./collect-enums.ts";
import type { NameOverrides } from "./name-members.ts";

/** Warns about values without a label and labels without a value, if an enum has labels at all. */
export function labelWarnings({ pointer, values, labels, strayLabels }: FoundEnum): Warning[] {
  if (labels.size === 0 && strayLabels.length === 0) return [];
  return [
    ...values
      .filter((value) => !labels.has(value))
      .map(
        (value): Warning => ({
          code: "LABEL_MISSING",
          where: jsonPointer(pointer, "enum"),
          what: `${JSON.stringify(value)} has no label`,
        }),
      ),
    ...strayLabels.map(
      (key): Warning => ({
        code: "LABEL_UNUSED",
        where: pointer,
        what: `the label for ${JSON.stringify(key)} matches no value of the enum`,
      }),
    ),
  ];
}

/**
 * Warns about name overrides that match nothing, probably because an enum or a value was removed or renamed.
 *
 * @param derived the names that enums have without overrides.
 * @param values the values of each enum, by its name.
 */
export function unusedOverrideWarnings(
  { enumNames, enumMembers }: NameOverrides,
  derived: ReadonlySet<string>,
  values: ReadonlyMap<string, ReadonlySet<string>>,
): Warning[] {
  const unused = (where: string, what: string): Warning => ({ code: "OVERRIDE_UNUSED", where, what });
  return [
    ...Object.keys(enumNames)
      .filter((name) => !derived.has(name))
      .map((name) => unused(jsonPointer("enumNames", name), "no enum has this derived name")),
    ...Object.entries(enumMembers).flatMap(([name, overrides]) =>
      Object.keys(overrides)
        .filter((value) => !values.get(name)?.has(value))
        .map((value) =>
          unused(
            jsonPointer("enumMembers", name, value),
            values.has(name) ? "the enum has no such value" : "the client has no such enum",
          ),
        ),
    ),
  ];
}
