import type { Operation } from "../model.ts";
import { at, methods } from "../spec/grammar.ts";
import { asArray, asObject, asString, canonical, type Json, type JsonObject, mapped, without } from "../spec/json.ts";
import { resolve } from "../spec/references.ts";
import type { Endpoint, Listed, Message, ParameterFacts } from "./contract.ts";
import { inlined } from "./inlined.ts";
import { effectiveParameters } from "./operations.ts";
import { readShape } from "./read-shape.ts";
import type { EnumAt, Shape } from "./shape.ts";

/** Finds an operation in the document, to be read when somebody asks. */
export function readEndpoint(document: JsonObject, operation: Operation, enumAt: EnumAt): Listed {
  const method = operation.method.toLowerCase();
  const pointer = at("#/paths", operation.path, method);
  const item = asObject(asObject(document.paths)[operation.path]);
  const value = asObject(item[method]);
  const read = (): Endpoint => {
    const body = resolve(document, "requestBody", asObject(value.requestBody), at(pointer, "requestBody"));
    return {
      operation,
      pointer,
      security: requirements(value.security ?? document.security, document),
      parameters: new Map(
        effectiveParameters(document, operation.path, method).map((parameter) => [
          `${String(parameter.value.in)} ${String(parameter.value.name)}`,
          readParameter(document, parameter.value, parameter.pointer, enumAt),
        ]),
      ),
      body: value.requestBody === undefined ? undefined : readMessage(document, body.value, body.pointer, enumAt),
      bodyRequired: body.value.required === true,
      responses: new Map(
        Object.entries(asObject(value.responses)).map(([status, response]) => {
          const found = resolve(document, "response", asObject(response), at(pointer, "responses", status));
          return [status, readMessage(document, found.value, found.pointer, enumAt)];
        }),
      ),
      rest: rest(document, { ...without(item, [...methods, "parameters"]), ...value }, [
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

function readParameter(document: JsonObject, value: JsonObject, pointer: string, enumAt: EnumAt): ParameterFacts {
  const { name, in: where, required, description, deprecated, schema } = value;
  const [media] = [...readContent(value, pointer, enumAt).values()];
  const shape = media ?? readShape(schema, at(pointer, "schema"), enumAt);
  const form = where === "query" || where === "cookie";
  const { style = form ? "form" : "simple", allowReserved = false } = value;
  const { explode = style === "form" } = value;
  return {
    name: String(name),
    in: String(where),
    required: required === true,
    style: canonical({ style, explode, allowReserved }),
    // What is said of a parameter is said of its value: the client knows no difference.
    shape: {
      ...shape,
      keywords: {
        ...shape.keywords,
        ...(description !== undefined && { description }),
        ...(deprecated !== undefined && { deprecated }),
      },
    },
    pointer,
    rest: {
      ...rest(document, value, [
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

const readMessage = (document: JsonObject, value: JsonObject, pointer: string, enumAt: EnumAt): Message => ({
  description: asString(value.description),
  content: readContent(value, pointer, enumAt),
  pointer,
  rest: {
    ...rest(document, value, ["content", "description", "required"]),
    // How the fields of a form are packed, by media type.
    ...mapped(asObject(value.content), (media) => {
      const packing = rest(document, asObject(media), ["schema"]);
      return Object.keys(packing).length > 0 ? packing : undefined;
    }),
  },
});

const readContent = ({ content }: JsonObject, pointer: string, enumAt: EnumAt): ReadonlyMap<string, Shape> =>
  new Map(
    Object.entries(asObject(content)).map(([type, media]) => [
      type,
      readShape(asObject(media).schema, at(pointer, "content", type, "schema"), enumAt),
    ]),
  );

/**
 * The alternatives of a security requirement, as a reader says them: `http bearer or apiKey header X-Key`. They are in
 * any order, so are the schemes of each, and what the document calls a scheme is its own affair.
 */
function requirements(security: Json | undefined, document: JsonObject): string {
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
const rest = (document: JsonObject, value: JsonObject, fields: readonly string[]): JsonObject =>
  asObject(inlined(document, without(value, fields)));
