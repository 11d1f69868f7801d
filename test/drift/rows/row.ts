import type { KindId } from "../../../generator/diff/registry.ts";
import type { JsonObject } from "../../../generator/document/json.ts";
import { document, json, operation } from "../../helpers/document.ts";
import type { Entry } from "../find-changes.ts";

/** Two documents and the expected changes. */
export interface Row {
  readonly name: string;
  readonly base: JsonObject;
  readonly head: JsonObject;
  readonly want: readonly Entry[];
}

export type Levels = readonly [request: string, response: string];

/** A change of a property, with its levels in a request and in a response. */
export interface Fact {
  readonly name: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly kind: KindId;
  readonly levels: Levels;
  readonly value?: unknown;
}

export const object = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...rest,
});

/** Creates a document with one operation, whose request body has this schema. */
export const sending = (schema: JsonObject): JsonObject =>
  document({ "/things": { post: operation("sendThing", { requestBody: json(schema) }) } });

/** Creates a document with one operation, whose response has this schema. */
export const receiving = (schema: JsonObject): JsonObject =>
  document({ "/things": { get: operation("getThing", { responses: { 200: json(schema) } }) } });

/** Creates a document with one operation, whose request body and response are one component. */
export const sendingAndReceiving = (schema: JsonObject): JsonObject =>
  document(
    {
      "/things": {
        post: operation("sendThing", {
          requestBody: json({ $ref: "#/components/schemas/Thing" }),
          responses: { 200: json({ $ref: "#/components/schemas/Thing" }) },
        }),
      },
    },
    { components: { schemas: { Thing: schema } } },
  );

export const string = { type: "string" };
export const number = { type: "number" };
export const array = { type: "array", items: string };
