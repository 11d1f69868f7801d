import {
  type GlobalContext,
  NULL,
  type OpenAPI3,
  resolveRef,
  STRING,
  scanDiscriminators,
  transformSchema,
  tsUnion,
} from "openapi-typescript";
import ts from "typescript";
import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import { platform } from "./wire.ts";

/**
 * What openapi-typescript makes of a document, without the loader that it has for files and addresses: that one takes
 * longer than the rest of it, and a document that has come through the gate refers to nothing outside. What is sent as
 * a date-time may be a `Date` as well.
 */
export function transform(document: JsonObject) {
  // Where there is a discriminator it writes into the schemas, so these documents are copied.
  const own = hasDiscriminator(document) ? structuredClone(document) : document;
  // The gate has seen the document: it is OpenAPI 3.1, which is what this type stands for. The loader adds what is missing.
  const schema = { components: {}, ...own } as unknown as OpenAPI3;
  const context: Omit<GlobalContext, "redoc"> = {
    ...choices,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    resolve: ($ref) => resolveRef(schema, $ref, { silent: true }),
  };
  // Only the loader asks for the loader's config.
  return transformSchema(schema, context as GlobalContext);
}

const hasDiscriminator = (value: Json | undefined): boolean => {
  if (Array.isArray(value)) return value.some(hasDiscriminator);
  return isObject(value) && (value.discriminator !== undefined || Object.values(value).some(hasDiscriminator));
};

/** Where openapi-typescript is when it is about something that only goes to the server. */
const sent = /\/(parameters|requestBody)\//;

/**
 * Its options, all but two as they are by default. Not with `enum: true`: it takes `x-enumDescriptions` for a list and
 * names values after the wrong labels.
 */
const choices: Omit<GlobalContext, "redoc" | "discriminators" | "injectFooter" | "resolve"> = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  // An object of which nothing is said may hold anything.
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform: (schema, { path = "" }) => {
    const { type, format, [platform]: name } = schema as { type?: unknown; format?: string; [platform]?: string };
    if (name !== undefined) return nullable(ts.factory.createTypeReferenceNode(name), type);
    return type === "string" && format === "date-time" && sent.test(path) ? dateOrText() : undefined;
  },
  transformProperty: undefined,
};

/** Types of the platform are printed by their names. */
const nullable = (node: ts.TypeNode, type: unknown): ts.TypeNode =>
  Array.isArray(type) && type.includes("null") ? tsUnion([node, NULL]) : node;

const dateOrText = () => tsUnion([STRING, ts.factory.createTypeReferenceNode("Date")]);
