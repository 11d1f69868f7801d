import { mapOperations } from "../grammar.ts";
import { asObject, isArray, type JsonObject } from "../json.ts";
import { resolve } from "../references.ts";

/** A request body that can only be `null` is no body: sending one makes some servers refuse the request. */
export const dropNullBodies = (document: JsonObject): JsonObject =>
  mapOperations(document, (operation, pointer) => {
    if (operation.requestBody === undefined) return operation;
    const { requestBody, ...rest } = operation;
    const body = resolve(document, "requestBody", asObject(requestBody), `${pointer}/requestBody`).value;
    const media = Object.values(asObject(body.content)).map((type) => asObject(asObject(type).schema));
    return media.length > 0 && media.every(isNull) ? rest : operation;
  });

const isNull = ({ type }: JsonObject): boolean =>
  type === "null" || (isArray(type) && type.every((name) => name === "null"));
