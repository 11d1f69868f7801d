import { astToString } from "openapi-typescript";
import { asObject, type JsonObject, mapValues } from "../document/json.ts";
import type { Model } from "../model/model.ts";
import { GeneratorError } from "../util/errors.ts";
import { escapeInvisible } from "../util/invisible-characters.ts";
import { toClientDocument } from "./client-document.ts";
import { transformToTypes } from "./transform-to-types.ts";

/**
 * Prints `types.ts` through openapi-typescript. Operations get the names of their functions as ids, so that the type map
 * lists them under these names, and messages have the media type that the client uses.
 *
 * Invisible characters are escaped. They can occur only in literals and comments, where the escape means the same.
 */
export function emitTypes(document: JsonObject, model: Model, header: string): string {
  const nodes = transformOrThrow(withOperationIds(toClientDocument(document), model));
  return `${header}\n\n${escapeInvisible(astToString(nodes).trim(), "\n\t")}\n`;
}

function transformOrThrow(document: JsonObject): ReturnType<typeof transformToTypes> {
  try {
    return transformToTypes(document);
  } catch (error) {
    throw new GeneratorError(
      "TYPES_UNPRINTABLE",
      "types.ts",
      `openapi-typescript cannot print the types: ${error instanceof Error ? error.message : String(error)}`,
      "Correct the document, or select less of it",
    );
  }
}

function withOperationIds(document: JsonObject, { operations }: Model): JsonObject {
  const names = new Map(operations.map(({ name, method, path }) => [`${method.toLowerCase()} ${path}`, name]));
  const renameOperations = (item: JsonObject, path: string): JsonObject =>
    mapValues(item, (value, method) => {
      const operationId = names.get(`${method} ${path}`);
      return operationId === undefined ? value : { ...asObject(value), operationId };
    });
  return {
    ...document,
    paths: mapValues(asObject(document.paths), (item, path) => renameOperations(asObject(item), path)),
  };
}
