import type { KindId } from "../../../generator/diff/registry.ts";
import type { JsonObject } from "../../../generator/document/json.ts";
import { document, json, operation } from "../../helpers/document.ts";
import type { Entry } from "../find-changes.ts";

/** Two documents and what they differ by. */
export interface Row {
  readonly name: string;
  readonly base: JsonObject;
  readonly head: JsonObject;
  readonly want: readonly Entry[];
}

export type Levels = readonly [request: string, response: string];

/** One fact of a value, as it is in a request and as it is in an answer. */
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

/** A document whose one operation sends this. */
export const sending = (schema: JsonObject): JsonObject =>
  document({ "/things": { post: operation("sendThing", { requestBody: json(schema) }) } });

/** A document whose one operation answers this. */
export const answering = (schema: JsonObject): JsonObject =>
  document({ "/things": { get: operation("getThing", { responses: { 200: json(schema) } }) } });

/** A document whose one operation sends and answers a component. */
export const both = (schema: JsonObject): JsonObject =>
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

export const text = { type: "string" };
export const number = { type: "number" };
export const list = { type: "array", items: text };
