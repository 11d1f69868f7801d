import { GeneratorError } from "../util/errors.ts";
import { asArray, asObject, isArray, isObject, type Json, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { methods, type ObjectType } from "./object-model.ts";

/** What a field has to be, in words, where it is not that. */
type FieldCheck = (value: Json) => string | undefined;

const string: FieldCheck = (value) => (typeof value === "string" ? undefined : "a text");
const nonEmptyString: FieldCheck = (value) =>
  typeof value === "string" && value !== "" ? undefined : "a text that is not empty";
const boolean: FieldCheck = (value) => (typeof value === "boolean" ? undefined : "true or false");
const array: FieldCheck = (value) => (isArray(value) ? undefined : "a list");
const stringArray: FieldCheck = (value) =>
  isArray(value) && value.every((item) => typeof item === "string") ? undefined : "a list of texts";
const stringOrStringArray: FieldCheck = (value) =>
  typeof value === "string" ? undefined : stringArray(value) && "a text or a list of texts";
const object: FieldCheck = (value) => (isObject(value) ? undefined : "an object");
const parameterLocation: FieldCheck = (value) =>
  ["cookie", "header", "path", "query"].includes(String(value)) ? undefined : "cookie, header, path or query";

/** The fields that are read, by the kind of object they stand in. What is not listed is carried along unread. */
const fieldChecks: Partial<Record<ObjectType, Readonly<Record<string, FieldCheck>>>> = {
  document: { servers: array, security: array, tags: array },
  server: { url: string, variables: object },
  tag: { name: string, description: string },
  operation: {
    deprecated: boolean,
    description: string,
    operationId: nonEmptyString,
    parameters: array,
    responses: object,
    security: array,
    summary: string,
    tags: stringArray,
  },
  pathItem: { parameters: array },
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
  response: { $ref: string, description: string, content: object },
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

/** Refuses an object whose fields are not what OpenAPI says they are. */
export function validateFields(value: JsonObject, kind: ObjectType, pointer: string): void {
  const checks = fieldChecks[kind];
  if (!checks) return;
  for (const field of Object.keys(value)) {
    const check = Object.hasOwn(checks, field) ? checks[field] : undefined;
    const found = value[field] ?? null;
    const wanted = check?.(found);
    // Drafts of JSON Schema before OpenAPI's say `required: true` of a property; it says nothing here.
    if (wanted !== undefined && !(kind === "schema" && field === "required" && typeof found === "boolean"))
      throw malformed(jsonPointer(pointer, field), `\`${field}\` has to be ${wanted}`);
  }
}

/** What an address may hold: no whitespace, control or direction characters, no query, no backslash, `%` only before two digits. */
const unsafeCharacters = /[\s\p{Cc}\p{Cf}\p{Cs}?#\\]|%(?![0-9A-Fa-f]{2})/u;

/**
 * Refuses a path that could lead elsewhere than below the server: one that does not start with a single slash, has
 * empty or dotted segments, or characters that addresses have other uses for; and a template whose parameters are not
 * declared, for nobody could fill it.
 */
export function validatePath(path: string, item: JsonObject, resolve: (parameter: Json) => JsonObject): void {
  const pointer = jsonPointer("#/paths", path);
  const bare = path.replace(/\{[^{}]+\}/g, "x");
  if (
    !/^\/(?!\/)/.test(path) ||
    unsafeCharacters.test(bare) ||
    /[{}]/.test(bare) ||
    /\/\.{0,2}(?=\/.)|\/\.{1,2}$/.test(bare)
  )
    throw malformed(pointer, "the path does not lead to one place below the server");
  const templated = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, parameter]) => parameter);
  for (const method of methods) {
    const operation = item[method];
    if (operation === undefined) continue;
    const declared = [...asArray(asObject(operation).parameters), ...asArray(item.parameters)].map(resolve);
    const missing = templated.find((each) => !declared.some((one) => one.in === "path" && one.name === each));
    if (missing !== undefined)
      throw malformed(
        jsonPointer(pointer, method),
        `the path has a parameter {${missing}} that the operation does not declare`,
      );
  }
}

const malformed = (pointer: string, what: string): GeneratorError =>
  new GeneratorError("MALFORMED", pointer, what, "Correct the document");
