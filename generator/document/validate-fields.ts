import { GeneratorError } from "../util/errors.ts";
import { isArray, isObject, type Json, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { methods, type ObjectType } from "./object-model.ts";
import type { ParameterObject, PathItemObject, ReferenceObject } from "./openapi-types.ts";

/** Returns what a field must be, if it is not. */
type FieldCheck = (value: Json) => string | undefined;

const string: FieldCheck = (value) => (typeof value === "string" ? undefined : "a string");
const nonEmptyString: FieldCheck = (value) =>
  typeof value === "string" && value !== "" ? undefined : "a non-empty string";
const boolean: FieldCheck = (value) => (typeof value === "boolean" ? undefined : "a boolean");
const array: FieldCheck = (value) => (isArray(value) ? undefined : "an array");
const stringArray: FieldCheck = (value) =>
  isArray(value) && value.every((item) => typeof item === "string") ? undefined : "an array of strings";
const stringOrStringArray: FieldCheck = (value) =>
  typeof value === "string" ? undefined : stringArray(value) && "a string or an array of strings";
const object: FieldCheck = (value) => (isObject(value) ? undefined : "an object");
const mapping: FieldCheck = (value) =>
  isObject(value) && Object.values(value).every((item) => typeof item === "string")
    ? undefined
    : "an object with string values";
const securityRequirements: FieldCheck = (value) =>
  isArray(value) && value.every((item) => isObject(item) && Object.values(item).every((each) => !stringArray(each)))
    ? undefined
    : "an array of objects that have arrays of strings";
const parameterLocation: FieldCheck = (value) =>
  ["cookie", "header", "path", "query"].includes(String(value)) ? undefined : "cookie, header, path or query";

/** The checks of the fields that are read, by the type of object. They make the types of `openapi-types.ts` true. */
const fieldChecks: Partial<Record<ObjectType, Readonly<Record<string, FieldCheck>>>> = {
  document: { servers: array, security: securityRequirements, tags: array },
  components: {
    headers: object,
    parameters: object,
    pathItems: object,
    requestBodies: object,
    responses: object,
    schemas: object,
    securitySchemes: object,
  },
  server: { url: string, description: string, variables: object },
  tag: { name: string, description: string },
  operation: {
    deprecated: boolean,
    description: string,
    operationId: nonEmptyString,
    parameters: array,
    responses: object,
    security: securityRequirements,
    servers: array,
    summary: string,
    tags: stringArray,
  },
  pathItem: { parameters: array, servers: array },
  parameter: {
    $ref: string,
    description: string,
    deprecated: boolean,
    in: parameterLocation,
    name: nonEmptyString,
    required: boolean,
    content: object,
  },
  requestBody: { $ref: string, description: string, required: boolean, content: object },
  response: { $ref: string, description: string, content: object, headers: object },
  header: { $ref: string, content: object },
  mediaType: { encoding: object },
  encoding: { contentType: string },
  discriminator: { mapping },
  securityScheme: { type: string, scheme: string, in: string, name: string, openIdConnectUrl: string },
  schema: {
    $ref: string,
    allOf: array,
    anyOf: array,
    deprecated: boolean,
    description: string,
    enum: array,
    oneOf: array,
    properties: object,
    required: stringArray,
    title: string,
    type: stringOrStringArray,
  },
};

/** Throws if a field of an object does not have the type that OpenAPI defines. */
export function validateFields(value: JsonObject, type: ObjectType, pointer: string): void {
  const checks = fieldChecks[type];
  if (!checks) return;
  for (const field of Object.keys(value)) {
    const check = Object.hasOwn(checks, field) ? checks[field] : undefined;
    const fieldValue = value[field] ?? null;
    const expected = check?.(fieldValue);
    // Drafts of JSON Schema before 4 have `required: true` in properties. It is ignored.
    const isIgnored = type === "schema" && field === "required" && typeof fieldValue === "boolean";
    if (expected !== undefined && !isIgnored)
      throw malformed(jsonPointer(pointer, field), `\`${field}\` must be ${expected}`);
  }
}

/** Whitespace, control and direction characters, `?`, `#`, backslashes, and `%` unless it starts an escape. */
const unsafeCharacters = /[\s\p{Cc}\p{Cf}\p{Cs}?#\\]|%(?![0-9A-Fa-f]{2})/u;

/** Empty and dotted segments. A slash at the end is allowed. */
const unsafeSegments = /\/\.{0,2}(?=\/.)|\/\.{1,2}$/;

/**
 * Throws if a URL built from a path could leave the server's base URL, or if the operation does not declare a parameter
 * of the path template.
 */
export function validatePath(
  path: string,
  item: PathItemObject,
  resolve: (parameter: ParameterObject | ReferenceObject) => ParameterObject,
): void {
  const pointer = jsonPointer("#/paths", path);
  const filled = path.replace(/\{[^{}]+\}/g, "x");
  if (!/^\/(?!\/)/.test(path) || unsafeCharacters.test(filled) || /[{}]/.test(filled) || unsafeSegments.test(filled))
    throw malformed(
      pointer,
      "the path must start with one slash, without empty or dotted segments or characters that a URL path cannot have",
    );
  const templated = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, parameter]) => parameter);
  for (const method of methods) {
    const operation = item[method];
    if (operation === undefined) continue;
    const declared = [...(operation.parameters ?? []), ...(item.parameters ?? [])].map(resolve);
    const missing = templated.find(
      (template) => !declared.some((parameter) => parameter.in === "path" && parameter.name === template),
    );
    if (missing !== undefined)
      throw malformed(
        jsonPointer(pointer, method),
        `the operation does not declare the parameter {${missing}} of its path`,
      );
  }
}

const malformed = (pointer: string, what: string): GeneratorError =>
  new GeneratorError("MALFORMED", pointer, what, "Correct the document");
