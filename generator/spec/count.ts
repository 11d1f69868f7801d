import { operationsOf } from "./grammar.ts";
import { asObject, type JsonObject } from "./json.ts";

/** How much a document holds. */
export interface Counts {
  readonly operations: number;
  readonly paths: number;
  readonly schemas: number;
}

export function count(document: JsonObject): Counts {
  const paths = asObject(document.paths);
  return {
    operations: operationsOf(document).length,
    paths: Object.keys(paths).length,
    schemas: Object.keys(asObject(asObject(document.components).schemas)).length,
  };
}
