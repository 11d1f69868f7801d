import type { JsonObject } from "../../generator/document/json.ts";

/** A whole document around the paths that a test is about. */
export const document = (paths: JsonObject, rest: JsonObject = {}): JsonObject => ({
  openapi: "3.1.0",
  info: { title: "Test", version: "1" },
  paths,
  ...rest,
});

/** A whole operation around the fields that a test is about. */
export const operation = (operationId: string, rest: JsonObject = {}): JsonObject => ({
  operationId,
  responses: { 200: { description: "Fine" } },
  ...rest,
});

/** A JSON message with this schema, as a response or a request body has it. */
export const json = (schema: JsonObject, rest: JsonObject = {}): JsonObject => ({
  description: "A message",
  content: { "application/json": { schema } },
  ...rest,
});
