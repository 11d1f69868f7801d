import type { JsonObject } from "../../generator/document/json.ts";
import type { OpenApiDocument } from "../../generator/document/openapi-types.ts";

/** Returns a complete document with these paths. It is not validated. */
export const document = (paths: JsonObject, rest: JsonObject = {}): OpenApiDocument =>
  ({ openapi: "3.1.0", info: { title: "Test", version: "1" }, paths, ...rest }) as JsonObject as OpenApiDocument;

/** Returns a complete operation with these fields. */
export const operation = (operationId: string, rest: JsonObject = {}): JsonObject => ({
  operationId,
  responses: { 200: { description: "Fine" } },
  ...rest,
});

/** Returns a response or a request body with JSON of this schema. */
export const json = (schema: JsonObject, rest: JsonObject = {}): JsonObject => ({
  description: "A message",
  content: { "application/json": { schema } },
  ...rest,
});
