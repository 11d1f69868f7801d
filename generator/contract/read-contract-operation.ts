import { asObject, canonicalJson, type JsonObject, mapValues, omitKeys } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { methods } from "../document/object-model.ts";
import type {
  ContentObject,
  OpenApiDocument,
  ParameterObject,
  RequestBodyObject,
  ResponseObject,
  SecurityRequirementObject,
} from "../document/openapi-types.ts";
import { type Resolved, resolveReference } from "../document/references.ts";
import type { EnumAt, Operation } from "../model/model.ts";
import { effectiveParameters, operationObject, operationPointer } from "../model/operation-object.ts";
import type {
  ContractMessage,
  ContractOperation,
  ContractParameter,
  LazyOperation,
  ResolvedSchema,
} from "./contract.ts";
import { inlineComponents } from "./inline-components.ts";
import { readSchema } from "./read-schema.ts";

/** Finds an operation in the document. It is read on first use. */
export function readContractOperation(document: OpenApiDocument, operation: Operation, enumAt: EnumAt): LazyOperation {
  const pointer = operationPointer(operation);
  const item = document.paths[operation.path] ?? {};
  const value = operationObject(document, operation);
  const { requestBody, responses = {} } = value;
  const read = (): ContractOperation => {
    const body = resolveReference(document, "requestBody", requestBody, jsonPointer(pointer, "requestBody"));
    return {
      operation,
      pointer,
      security: describeSecurity(value.security ?? document.security, document),
      parameters: new Map(
        effectiveParameters(document, operation).map((parameter) => [
          `${String(parameter.value.in)} ${String(parameter.value.name)}`,
          readParameter(document, parameter, enumAt),
        ]),
      ),
      requestBody: requestBody === undefined ? undefined : readMessage(document, body, enumAt),
      requestBodyRequired: body.value.required === true,
      responses: new Map(
        Object.entries(responses).map(([status, reference]) => {
          const responsePointer = jsonPointer(pointer, "responses", status);
          const response = resolveReference(document, "response", reference, responsePointer);
          return [status, readMessage(document, response, enumAt)];
        }),
      ),
      otherFields: readOtherFields(document, { ...omitKeys(item, [...methods, "parameters"]), ...value }, [
        "deprecated",
        "description",
        "operationId",
        "parameters",
        "requestBody",
        "responses",
        "security",
        "summary",
      ]),
    };
  };
  return { operation, pointer, text: JSON.stringify([value, item.parameters ?? null]), read };
}

function readParameter(
  document: OpenApiDocument,
  { value, pointer }: Resolved<ParameterObject>,
  enumAt: EnumAt,
): ContractParameter {
  const { name, in: location, required, description, deprecated, content } = value;
  const [contentSchema] = readContent(value, pointer, enumAt).values();
  const schema = contentSchema ?? readSchema(value.schema, jsonPointer(pointer, "schema"), enumAt);
  const defaultStyle = location === "query" || location === "cookie" ? "form" : "simple";
  const { style = defaultStyle, allowReserved = false } = value;
  const { explode = style === "form" } = value;
  return {
    name: String(name),
    in: String(location),
    required: required === true,
    style: canonicalJson({ style, explode, allowReserved }),
    // The client does not distinguish the description of a parameter from that of its schema.
    schema: {
      ...schema,
      keywords: {
        ...schema.keywords,
        ...(description !== undefined && { description }),
        ...(deprecated !== undefined && { deprecated }),
      },
    },
    pointer,
    otherFields: {
      ...readOtherFields(document, value, [
        "allowReserved",
        "content",
        "deprecated",
        "description",
        "explode",
        "in",
        "name",
        "required",
        "schema",
        "style",
      ]),
      ...(content !== undefined && { content: Object.keys(content).sort() }),
    },
  };
}

const readMessage = (
  document: OpenApiDocument,
  { value, pointer }: Resolved<RequestBodyObject | ResponseObject>,
  enumAt: EnumAt,
): ContractMessage => ({
  description: value.description,
  content: readContent(value, pointer, enumAt),
  pointer,
  otherFields: {
    ...readOtherFields(document, value, ["content", "description", "required"]),
    // By media type, for example the encoding of form fields.
    ...mapValues(value.content ?? {}, (media) => {
      const otherFields = readOtherFields(document, media, ["schema"]);
      return Object.keys(otherFields).length > 0 ? otherFields : undefined;
    }),
  },
});

const readContent = (
  { content = {} }: { readonly content?: ContentObject },
  pointer: string,
  enumAt: EnumAt,
): ReadonlyMap<string, ResolvedSchema> =>
  new Map(
    Object.entries(content).map(([type, { schema }]) => [
      type,
      readSchema(schema, jsonPointer(pointer, "content", type, "schema"), enumAt),
    ]),
  );

/**
 * Describes a security requirement: `http bearer or apiKey header X-Key`. Alternatives and schemes are sorted, since their
 * order has no meaning. The names of schemes do not affect callers and are omitted.
 */
function describeSecurity(
  requirements: readonly SecurityRequirementObject[] | undefined,
  { components }: OpenApiDocument,
): string {
  const describeScheme = (key: string, scopes: readonly string[]): string => {
    const { type = key, scheme, in: location, name, openIdConnectUrl } = components?.securitySchemes?.[key] ?? {};
    return [type, scheme, location, name, openIdConnectUrl, ...scopes].filter((word) => word !== undefined).join(" ");
  };
  const alternatives = (requirements ?? []).map((requirement) => {
    const schemes = Object.entries(requirement).map(([key, scopes]) => describeScheme(key, scopes));
    return schemes.sort().join(" and ") || "none";
  });
  return alternatives.sort().join(" or ") || "none";
}

/** Returns the fields of an object that no rule covers, so that changes of them are reported too. */
const readOtherFields = (document: JsonObject, value: JsonObject, fields: readonly string[]): JsonObject =>
  asObject(inlineComponents(document, omitKeys(value, fields)));
