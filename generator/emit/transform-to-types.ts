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
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { platformTypeKeyword } from "./client-document.ts";

/**
 * Transforms a document to TypeScript nodes, as openapi-typescript does, but without its loader for files and URLs: the
 * loader takes longer than everything else, and a validated document refers to nothing outside. A date-time that is
 * sent may also be a `Date`.
 */
export function transformToTypes(document: JsonObject) {
  // openapi-typescript writes into schemas with discriminators, so these documents are copied.
  const own = hasDiscriminator(document) ? structuredClone(document) : document;
  // The document is valid OpenAPI 3.1, which this type stands for. The loader would add missing components.
  const schema = { components: {}, ...own } as unknown as OpenAPI3;
  const context: Omit<GlobalContext, "redoc"> = {
    ...transformOptions,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    resolve: ($ref) => resolveRef(schema, $ref, { silent: true }),
  };
  // Only the loader uses `redoc`.
  return transformSchema(schema, context as GlobalContext);
}

const hasDiscriminator = (value: Json | undefined): boolean => {
  if (Array.isArray(value)) return value.some(hasDiscriminator);
  return isObject(value) && (value.discriminator !== undefined || Object.values(value).some(hasDiscriminator));
};

/** The paths of openapi-typescript for schemas that are only sent to the server. */
const requestPath = /\/(parameters|requestBody)\//;

/**
 * The options of openapi-typescript. All but `emptyObjectsUnknown` and `transform` have their defaults. `enum: true` is
 * not an option: it reads `x-enumDescriptions` as an array and names values after the wrong labels.
 */
const transformOptions: Omit<GlobalContext, "redoc" | "discriminators" | "injectFooter" | "resolve"> = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  // An object schema without properties allows any properties.
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
    const {
      type,
      format,
      [platformTypeKeyword]: platformType,
    } = schema as { type?: unknown; format?: string; [platformTypeKeyword]?: string };
    if (platformType !== undefined) return withNull(ts.factory.createTypeReferenceNode(platformType), type);
    return type === "string" && format === "date-time" && requestPath.test(path) ? stringOrDate() : undefined;
  },
  transformProperty: undefined,
};

/** Adds `null` to a type if the schema allows it. */
const withNull = (node: ts.TypeNode, type: unknown): ts.TypeNode =>
  Array.isArray(type) && type.includes("null") ? tsUnion([node, NULL]) : node;

const stringOrDate = () => tsUnion([STRING, ts.factory.createTypeReferenceNode("Date")]);
