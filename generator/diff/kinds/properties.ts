import { finding } from "../findings/finding.ts";
import { propertyLocation } from "../findings/location.ts";
import type { SchemaRule } from "./rule.ts";

/** Properties that came and went. */
export const properties: SchemaRule = (before, after, location) => [
  ...[...after.properties]
    .filter(([name]) => !before.properties.has(name))
    .map(([name, { pointer }]) =>
      finding("property-added", [after.required.has(name) ? "breaking" : "additive", "additive"], {
        location: propertyLocation(location, name),
        pointer,
      }),
    ),
  ...[...before.properties]
    .filter(([name]) => !after.properties.has(name))
    .map(([name, { pointer }]) =>
      finding("property-removed", "breaking", { location: propertyLocation(location, name), pointer }),
    ),
];

/** Whether a property has to be there, among those that are in both documents. */
export const required: SchemaRule = (before, after, location) =>
  [...new Set([...before.required, ...after.required])]
    .filter((name) => before.required.has(name) !== after.required.has(name))
    .filter((name) => before.properties.has(name) === after.properties.has(name))
    .map((name) => {
      const where = {
        location: propertyLocation(location, name),
        pointer: after.properties.get(name)?.pointer ?? after.pointer,
      };
      return after.required.has(name)
        ? finding("property-became-required", ["breaking", "additive"], where)
        : finding("property-became-optional", ["additive", "breaking"], where);
    });

/** Whether an object may have properties that are not listed: its index signature. */
export const indexSignature: SchemaRule = (before, after, location) => {
  if (Boolean(before.additionalProperties) === Boolean(after.additionalProperties)) return [];
  const where = { location, pointer: after.pointer };
  return [
    after.additionalProperties
      ? finding("additionalProperties-added", "additive", where)
      : finding("additionalProperties-removed", "breaking", where),
  ];
};
