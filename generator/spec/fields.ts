import { GeneratorError } from "../errors.ts";
import { at, type Kind, methods } from "./grammar.ts";
import { asArray, asObject, isArray, isObject, type Json, type JsonObject } from "./json.ts";

/** What a field has to be, in words, where it is not that. */
type Check = (value: Json) => string | undefined;

const text: Check = (value) => (typeof value === "string" ? undefined : "a text");
const name: Check = (value) => (typeof value === "string" && value !== "" ? undefined : "a text that is not empty");
const flag: Check = (value) => (typeof value === "boolean" ? undefined : "true or false");
const list: Check = (value) => (isArray(value) ? undefined : "a list");
const texts: Check = (value) =>
  isArray(value) && value.every((item) => typeof item === "string") ? undefined : "a list of texts";
const textOrTexts: Check = (value) =>
  typeof value === "string" ? undefined : texts(value) && "a text or a list of texts";
const record: Check = (value) => (isObject(value) ? undefined : "an object");
const place: Check = (value) =>
  ["cookie", "header", "path", "query"].includes(String(value)) ? undefined : "cookie, header, path or query";

/** The fields that are read, by the kind of object they stand in. What is not listed is carried along unread. */
const fields: Partial<Record<Kind, Readonly<Record<string, Check>>>> = {
  document: { servers: list, security: list, tags: list },
  server: { url: text, variables: record },
  tag: { name: text, description: text },
  operation: {
    deprecated: flag,
    description: text,
    operationId: name,
    parameters: list,
    responses: record,
    security: list,
    summary: text,
    tags: texts,
  },
  pathItem: { parameters: list },
  parameter: { $ref: text, description: text, deprecated: flag, in: place, name, required: flag, content: record },
  requestBody: { $ref: text, description: text, required: flag, content: record },
  response: { $ref: text, description: text, content: record },
  schema: {
    $ref: text,
    allOf: list,
    anyOf: list,
    deprecated: flag,
    description: text,
    enum: list,
    oneOf: list,
    properties: record,
    required: texts,
    title: text,
    type: textOrTexts,
  },
};

/** Refuses an object whose fields are not what OpenAPI says they are. */
export function checkFields(value: JsonObject, kind: Kind, pointer: string): void {
  const checks = fields[kind];
  if (!checks) return;
  for (const field of Object.keys(value)) {
    const check = Object.hasOwn(checks, field) ? checks[field] : undefined;
    const found = value[field] ?? null;
    const wanted = check?.(found);
    // Drafts of JSON Schema before OpenAPI's say `required: true` of a property; it says nothing here.
    if (wanted !== undefined && !(kind === "schema" && field === "required" && typeof found === "boolean"))
      throw malformed(at(pointer, field), `\`${field}\` has to be ${wanted}`);
  }
}

/** What an address may hold: no whitespace, control or direction characters, no query, no backslash, `%` only before two digits. */
const unsafe = /[\s\p{Cc}\p{Cf}\p{Cs}?#\\]|%(?![0-9A-Fa-f]{2})/u;

/**
 * Refuses a path that could lead elsewhere than below the server: one that does not start with a single slash, has
 * empty or dotted segments, or characters that addresses have other uses for; and a template whose parameters are not
 * declared, for nobody could fill it.
 */
export function checkPath(path: string, item: JsonObject, resolve: (parameter: Json) => JsonObject): void {
  const pointer = at("#/paths", path);
  const bare = path.replace(/\{[^{}]+\}/g, "x");
  if (!/^\/(?!\/)/.test(path) || unsafe.test(bare) || /[{}]/.test(bare) || /\/\.{0,2}(?=\/.)|\/\.{1,2}$/.test(bare))
    throw malformed(pointer, "the path does not lead to one place below the server");
  const templated = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, parameter]) => parameter);
  for (const method of methods) {
    const operation = item[method];
    if (operation === undefined) continue;
    const declared = [...asArray(asObject(operation).parameters), ...asArray(item.parameters)].map(resolve);
    const missing = templated.find((each) => !declared.some((one) => one.in === "path" && one.name === each));
    if (missing !== undefined)
      throw malformed(at(pointer, method), `the path has a parameter {${missing}} that the operation does not declare`);
  }
}

const malformed = (pointer: string, what: string): GeneratorError =>
  new GeneratorError("MALFORMED", pointer, what, "Correct the document");
