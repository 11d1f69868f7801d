import { defineKind, noCodeChanges, stopCompiling } from "../findings/define-kind.ts";
import { createFinding } from "../findings/finding.ts";
import { propertyLocation } from "../findings/location.ts";
import { missingEntries } from "../findings/pair-parts.ts";
import { defineKindGroup, type SchemaRule } from "../findings/rule.ts";

const propertyAdded = defineKind({
  id: "property-added",
  level: "additive",
  message: (_, subject) => `${subject} was added`,
  impact: ({ level, usage }) =>
    level === "breaking"
      ? [`${usage} must be passed`, stopCompiling("callers that omit it")]
      : [`${usage} was added`, noCodeChanges],
});

const propertyRemoved = defineKind({
  id: "property-removed",
  level: "breaking",
  message: (_, subject) => `${subject} was removed`,
  impact: ({ usage, sent }) => [
    `${usage} was removed`,
    stopCompiling(sent ? "callers that send it" : "callers that read it"),
  ],
});

const propertyBecameRequired = defineKind({
  id: "property-became-required",
  level: { request: "breaking", response: "additive" },
  message: (_, subject) => `${subject} is now required`,
  impact: ({ usage, sent }) =>
    sent
      ? [`${usage} must be passed`, stopCompiling("callers that omit it")]
      : [`${usage} is always present`, noCodeChanges],
  keyword: "required",
});

const propertyBecameOptional = defineKind({
  id: "property-became-optional",
  level: { request: "additive", response: "breaking" },
  message: (_, subject) => `${subject} is now optional`,
  impact: ({ usage, sent }) =>
    sent
      ? [`${usage} can be omitted`, noCodeChanges]
      : [`${usage} can be undefined`, stopCompiling("callers that rely on it")],
  keyword: "required",
});

const additionalPropertiesAdded = defineKind({
  id: "additionalProperties-added",
  level: "additive",
  message: (_, subject) => `${subject} can now have additional properties`,
  impact: ({ usage }) => [`${usage} can have additional properties`, noCodeChanges],
  keyword: "additionalProperties",
});

const additionalPropertiesRemoved = defineKind({
  id: "additionalProperties-removed",
  level: "breaking",
  message: (_, subject) => `${subject} can no longer have additional properties`,
  impact: ({ usage, sent }) => [
    `${usage} has only documented properties`,
    stopCompiling(sent ? "callers that send others" : "callers that read others"),
  ],
  keyword: "additionalProperties",
});

/** Compares which properties an object has. */
const properties: SchemaRule = (before, after, location) => [
  ...missingEntries(after.properties, before.properties).map(([name, { pointer }]) =>
    createFinding(propertyAdded, {
      location: propertyLocation(location, name),
      pointer,
      level: after.required.has(name) ? { request: "breaking", response: "additive" } : undefined,
    }),
  ),
  ...missingEntries(before.properties, after.properties).map(([name, { pointer }]) =>
    createFinding(propertyRemoved, { location: propertyLocation(location, name), pointer }),
  ),
];

/** Compares whether properties are required. A required property that is added or removed is reported as such. */
const requiredProperties: SchemaRule = (before, after, location) =>
  [...new Set([...before.required, ...after.required])]
    .filter((name) => before.required.has(name) !== after.required.has(name))
    .filter((name) => before.properties.has(name) === after.properties.has(name))
    .map((name) =>
      createFinding(after.required.has(name) ? propertyBecameRequired : propertyBecameOptional, {
        location: propertyLocation(location, name),
        pointer: after.properties.get(name)?.pointer ?? after.pointer,
      }),
    );

/** Compares whether an object has an index signature. */
const additionalProperties: SchemaRule = (before, after, location) => {
  if (Boolean(before.additionalProperties) === Boolean(after.additionalProperties)) return [];
  const kind = after.additionalProperties ? additionalPropertiesAdded : additionalPropertiesRemoved;
  return [createFinding(kind, { location, pointer: after.pointer })];
};

export const propertyKinds = defineKindGroup({
  kinds: [
    propertyAdded,
    propertyRemoved,
    propertyBecameRequired,
    propertyBecameOptional,
    additionalPropertiesAdded,
    additionalPropertiesRemoved,
  ],
  rules: { sameType: { properties, requiredProperties, additionalProperties } },
});
