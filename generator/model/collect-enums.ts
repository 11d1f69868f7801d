import { compareCodePoints, isArray, isObject, type Json } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import type { ContentObject, OpenApiDocument, ParameterObject, SchemaObject } from "../document/openapi-types.ts";
import { resolveReference } from "../document/references.ts";
import { capitalizeFirst } from "./identifiers.ts";
import type { EnumSite, EnumValue, Operation } from "./model.ts";
import { effectiveParameters, operationObject, operationPointer } from "./operation-object.ts";
import { type EnumNames, readEnumNames } from "./read-enum-names.ts";

/** An `enum` of the document that gets a name: with at least two values other than `null`, and not in an error response. */
export interface FoundEnum extends EnumNames {
  readonly site: EnumSite;
  readonly pointer: string;
  /** The start of the name: the component, or the operation's id, capitalized. */
  readonly owner: string;
  /** The names of the parameter and properties that lead to the enum. They are the rest of its name. */
  readonly segments: readonly string[];
  readonly description: string | undefined;
  readonly values: readonly EnumValue[];
}

/** The context of an enum and the parts of its name, without its values. */
type EnumContext = Pick<FoundEnum, "site" | "owner" | "segments">;

/**
 * Returns all enum sites, in the order in which they are named: by group (component schemas, request bodies, parameters,
 * responses), number of segments, length of the path, path, and method. Sites of one operation stay in document order.
 */
export function collectEnums(document: OpenApiDocument, operations: readonly Operation[]): readonly FoundEnum[] {
  const { schemas = {} } = document.components ?? {};
  const ofSchemas = Object.keys(schemas)
    .sort(compareCodePoints)
    .map((name) => [
      ...enumsBelow(schemas[name], jsonPointer("#/components/schemas", name), {
        site: { in: "schema", of: name, path: "" },
        owner: name,
        segments: [],
      }),
    ]);
  const byPath = [...operations].sort(
    (a, b) =>
      a.path.length - b.path.length || compareCodePoints(a.path, b.path) || compareCodePoints(a.method, b.method),
  );
  const contexts = byPath.map((operation) => operationEnums(document, operation));
  return [
    ofSchemas,
    contexts.map(({ body }) => body),
    contexts.map(({ parameters }) => parameters),
    contexts.map(({ responses }) => responses),
  ].flatMap((group) => group.flat().sort((a, b) => a.segments.length - b.segments.length));
}

function operationEnums(document: OpenApiDocument, key: Operation) {
  const { name } = key;
  const pointer = operationPointer(key);
  const { operationId = name, requestBody, responses = {} } = operationObject(document, key);
  const owner = capitalizeFirst(operationId);
  const context = (location: string, segments: readonly string[]): EnumContext => ({
    site: { in: location, of: name, path: "" },
    owner,
    segments,
  });

  const body = resolveReference(document, "requestBody", requestBody, jsonPointer(pointer, "requestBody"));
  const statuses = Object.keys(responses);
  // `default` describes errors, unless no success is documented.
  const isSuccess = statuses.some((status) => /^2/.test(status)) ? /^[123]/ : /^([123]|default$)/;
  const successes = statuses
    .filter((status) => isSuccess.test(status))
    .map((status) =>
      resolveReference(document, "response", responses[status], jsonPointer(pointer, "responses", status)),
    );
  return {
    body: [...enumsInContent(body.value, body.pointer, context("body", []))],
    parameters: effectiveParameters(document, key).flatMap((parameter) => [
      ...enumsInParameter(
        parameter.value,
        parameter.pointer,
        context(String(parameter.value.in), [String(parameter.value.name)]),
      ),
    ]),
    responses: successes.flatMap((response) => [
      ...enumsInContent(response.value, response.pointer, context("response", [])),
      ...Object.entries(response.value.headers ?? {}).flatMap(([headerName, value]) => {
        const headerPointer = jsonPointer(response.pointer, "headers", headerName);
        const header = resolveReference(document, "header", value, headerPointer);
        return [...enumsInParameter(header.value, header.pointer, context("response header", [headerName]))];
      }),
    ]),
  };
}

/** Yields the enums of a parameter or a header. */
function* enumsInParameter(
  value: Pick<ParameterObject, "content" | "schema">,
  pointer: string,
  context: EnumContext,
): Generator<FoundEnum> {
  yield* enumsBelow(value.schema, jsonPointer(pointer, "schema"), context);
  yield* enumsInContent(value, pointer, context);
}

function* enumsInContent(
  { content = {} }: { readonly content?: ContentObject },
  pointer: string,
  context: EnumContext,
): Generator<FoundEnum> {
  for (const [type, { schema }] of Object.entries(content))
    yield* enumsBelow(schema, jsonPointer(pointer, "content", type, "schema"), context);
}

/** Keywords whose schemas apply to the same value, or to items or entries of it. They add no segment to a name. */
const transparentKeywords = [
  "additionalProperties",
  "allOf",
  "anyOf",
  "contains",
  "dependentSchemas",
  "else",
  "items",
  "oneOf",
  "patternProperties",
  "prefixItems",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
];

/** Those of them that hold a map of schemas. */
const mapKeywords: readonly string[] = ["dependentSchemas", "patternProperties"];

/** Yields the enums at and below a schema. References are not followed: components are sites themselves. */
function* enumsBelow(value: Json | undefined, pointer: string, context: EnumContext): Generator<FoundEnum> {
  if (!isObject(value)) return;
  const schema = value as SchemaObject;
  if (schema.enum !== undefined) {
    const values = [...new Set(schema.enum.filter(isEnumValue))];
    const names = readEnumNames(schema, values);
    if (values.length > 1 && (names.labels.size > 0 || values.some((each) => typeof each !== "boolean"))) {
      const site = { ...context.site, path: context.segments.join(".") };
      yield { ...context, site, pointer, description: schema.description, values, ...names };
    }
  }
  const properties = Object.entries(schema.properties ?? {}).sort(([a], [b]) => compareCodePoints(a, b));
  for (const [name, property] of properties)
    yield* enumsBelow(property, jsonPointer(pointer, "properties", name), {
      ...context,
      segments: [...context.segments, name],
    });
  for (const keyword of transparentKeywords) {
    const child = schema[keyword];
    if (child === undefined) continue;
    const childPointer = jsonPointer(pointer, keyword);
    if (isArray(child) || mapKeywords.includes(keyword))
      for (const [key, item] of Object.entries(child ?? {}))
        yield* enumsBelow(item, jsonPointer(childPointer, key), context);
    else yield* enumsBelow(child, childPointer, context);
  }
}

const isEnumValue = (value: Json): value is EnumValue => ["string", "number", "boolean"].includes(typeof value);
