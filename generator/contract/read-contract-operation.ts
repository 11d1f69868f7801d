import {
  asArray,
  asObject,
  asString,
  canonicalJson,
  type Json,
  type JsonObject,
  mapValues,
  omitKeys,
} from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { methods } from "../document/object-model.ts";
import { resolveReference } from "../document/references.ts";
import type { EnumAt, Operation } from "../model/model.ts";
import { effectiveParameters } from "../model/read-operations.ts";
import type {
  ContractMessage,
  ContractOperation,
  ContractParameter,
  LazyOperation,
  ResolvedSchema,
} from "./contract.ts";
import { inlineComponents } from "./inline-components.ts";
import { readSchema } from "./read-schema.ts";

/** Finds an operation in the document, to be read when somebody asks. */
export function readContractOperation(document: JsonObject, operation: Operation, enumAt: EnumAt): LazyOperation {
  const method = operation.method.toLowerCase();
  const pointer = jsonPointer("#/paths", operation.path, method);
  const item = asObject(asObject(document.paths)[operation.path]);
  const value = asObject(item[method]);
  const read = (): ContractOperation => {
    const body = resolveReference(
      document,
      "requestBody",
      asObject(value.requestBody),
      jsonPointer(pointer, "requestBody"),
    );
    return {
      operation,
      pointer,
      security: describeSecurity(value.security ?? document.security, document),
      parameters: new Map(
        effectiveParameters(document, operation.path, method).map((parameter) => [
          `${String(parameter.value.in)} ${String(parameter.value.name)}`,
          readParameter(document, parameter.value, parameter.pointer, enumAt),
        ]),
      ),
      requestBody:
        value.requestBody === undefined ? undefined : readContractMessage(document, body.value, body.pointer, enumAt),
      requestBodyRequired: body.value.required === true,
      responses: new Map(
        Object.entries(asObject(value.responses)).map(([status, response]) => {
          const found = resolveReference(
            document,
            "response",
            asObject(response),
            jsonPointer(pointer, "responses", status),
          );
          return [status, readContractMessage(document, found.value, found.pointer, enumAt)];
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

function readParameter(document: JsonObject, value: JsonObject, pointer: string, enumAt: EnumAt): ContractParameter {
  const { name, in: where, required, description, deprecated, schema } = value;
  const [media] = [...readContent(value, pointer, enumAt).values()];
  const shape = media ?? readSchema(schema, jsonPointer(pointer, "schema"), enumAt);
  const form = where === "query" || where === "cookie";
  const { style = form ? "form" : "simple", allowReserved = false } = value;
  const { explode = style === "form" } = value;
  return {
    name: String(name),
    in: String(where),
    required: required === true,
    style: canonicalJson({ style, explode, allowReserved }),
    // What is said of a parameter is said of its value: the client knows no difference.
    schema: {
      ...shape,
      keywords: {
        ...shape.keywords,
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
      ...(value.content !== undefined && { content: Object.keys(asObject(value.content)).sort() }),
    },
  };
}

const readContractMessage = (
  document: JsonObject,
  value: JsonObject,
  pointer: string,
  enumAt: EnumAt,
): ContractMessage => ({
  description: asString(value.description),
  content: readContent(value, pointer, enumAt),
  pointer,
  otherFields: {
    ...readOtherFields(document, value, ["content", "description", "required"]),
    // How the fields of a form are packed, by media type.
    ...mapValues(asObject(value.content), (media) => {
      const packing = readOtherFields(document, asObject(media), ["schema"]);
      return Object.keys(packing).length > 0 ? packing : undefined;
    }),
  },
});

const readContent = ({ content }: JsonObject, pointer: string, enumAt: EnumAt): ReadonlyMap<string, ResolvedSchema> =>
  new Map(
    Object.entries(asObject(content)).map(([type, media]) => [
      type,
      readSchema(asObject(media).schema, jsonPointer(pointer, "content", type, "schema"), enumAt),
    ]),
  );

/**
 * The alternatives of a security requirement, as a reader says them: `http bearer or apiKey header X-Key`. They are in
 * any order, so are the schemes of each, and what the document calls a scheme is its own affair.
 */
function describeSecurity(security: Json | undefined, document: JsonObject): string {
  const schemes = asObject(asObject(document.components).securitySchemes);
  const scheme = (name: string, scopes: Json): string => {
    const { type, scheme: http, in: where, name: key, openIdConnectUrl } = asObject(schemes[name]);
    const words = [type ?? name, http, where, key, openIdConnectUrl, ...asArray(scopes)];
    return words.filter((word) => word !== undefined).join(" ");
  };
  const alternatives = asArray(security).map((requirement) =>
    Object.entries(asObject(requirement))
      .map(([name, scopes]) => scheme(name, scopes))
      .sort()
      .join(" and "),
  );
  return (
    alternatives
      .map((each) => each || "none")
      .sort()
      .join(" or ") || "none"
  );
}

/** What an object says besides these fields, so that no change of it goes unseen. */
const readOtherFields = (document: JsonObject, value: JsonObject, fields: readonly string[]): JsonObject =>
  asObject(inlineComponents(document, omitKeys(value, fields)));
