import type { Warning } from "../errors.ts";
import { at } from "../spec/grammar.ts";
import type { EnumSite } from "./enum-sites.ts";
import type { Pins } from "./members.ts";

/** Labels that are missing, and labels of nothing: the document's slips, told where they stand. */
export function labelWarnings({ pointer, values, labels, strayLabels }: EnumSite): Warning[] {
  if (labels.size === 0 && strayLabels.length === 0) return [];
  return [
    ...values
      .filter((value) => !labels.has(value))
      .map(
        (value): Warning => ({
          code: "LABEL_MISSING",
          where: at(pointer, "enum"),
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
export function unusedPins(
  { enumNames, enumMembers }: Pins,
  derived: ReadonlySet<string>,
  values: ReadonlyMap<string, ReadonlySet<string>>,
): Warning[] {
  const unused = (where: string, what: string): Warning => ({ code: "PIN_UNUSED", where, what });
  return [
    ...Object.keys(enumNames)
      .filter((name) => !derived.has(name))
      .map((name) => unused(at("enumNames", name), "no enum has this derived name")),
    ...Object.entries(enumMembers).flatMap(([name, pins]) =>
      Object.keys(pins)
        .filter((value) => !values.get(name)?.has(value))
        .map((value) =>
          unused(
            at("enumMembers", name, value),
            values.has(name) ? "the enum has no such value" : "there is no such enum",
          ),
        ),
    ),
  ];
}
