import { jsonPointer } from "../document/json-pointer.ts";
import type { Warning } from "../util/errors.ts";
import type { FoundEnum } from "./collect-enums.ts";
import type { NameOverrides } from "./name-members.ts";

/** Labels that are missing, and labels of nothing: the document's slips, told where they stand. */
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
        what: `there is a label for ${JSON.stringify(key)}, which the enum does not have`,
      }),
    ),
  ];
}

/**
 * Pins that match nothing: most likely what they were for is gone, or is called otherwise.
 *
 * @param derived the names that enums would have without pins.
 * @param values those of each enum, by the name that it has.
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
    ...Object.entries(enumMembers).flatMap(([name, pins]) =>
      Object.keys(pins)
        .filter((value) => !values.get(name)?.has(value))
        .map((value) =>
          unused(
            jsonPointer("enumMembers", name, value),
            values.has(name) ? "the enum has no such value" : "there is no such enum",
          ),
        ),
    ),
  ];
}
