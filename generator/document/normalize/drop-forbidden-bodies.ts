import type { Warning } from "../../util/errors.ts";
import { asObject, filterEntries, isArray, type JsonObject, mapValues } from "../json.ts";
import { jsonPointer } from "../json-pointer.ts";
import { mapOperations } from "../object-model.ts";
import { resolveReference } from "../references.ts";

/** Statuses whose answers end with their headers, whatever a document lists there. So do all answers to HEAD. */
const bodilessStatus = /^(204|205|304)$/;

/** Methods that `fetch` sends without a body; OpenAPI 3.0 has a body that is listed there ignored. */
const bodilessMethod = /\/(get|head|trace)$/;

/**
 * Takes out what HTTP does not carry: the content of answers that have none, which a client would wait for and take
 * the answer for broken, and bodies of requests that cannot have one.
 */
export const dropForbiddenBodies = (document: JsonObject): JsonObject =>
  mapOperations(document, (operation, pointer) => ({
    ...filterEntries(operation, (key) => key !== "requestBody" || !bodilessMethod.test(pointer)),
    responses: mapValues(asObject(operation.responses), (response, status) => {
      if (!bodilessStatus.test(status) && !pointer.endsWith("/head")) return response;
      const { value } = resolveReference(
        document,
        "response",
        asObject(response),
        jsonPointer(pointer, "responses", status),
      );
      return value.content === undefined ? response : filterEntries(value, (key) => key !== "content");
    }),
  }));

/** What callers will miss who have read the document: bodies that cannot be sent, and methods. */
export const unsendableWarnings = ({ paths }: JsonObject): Warning[] =>
  Object.entries(asObject(paths)).flatMap(([path, item]) =>
    Object.entries(asObject(item)).flatMap(([method, operation]): Warning[] => {
      const where = jsonPointer("#/paths", path, method);
      if (!bodilessMethod.test(where)) return [];
      const tell = (what: string): Warning[] => [{ code: "NOT_SENDABLE", where, what }];
      if (method === "trace") return tell("`fetch` sends no TRACE, so calls will be refused");
      return asObject(operation).requestBody === undefined
        ? []
        : tell("a GET or HEAD request has no body, so it is left out");
    }),
  );

/** A request body that can only be `null` is no body: sending one makes some servers refuse the request. */
export const dropNullBodies = (document: JsonObject): JsonObject =>
  mapOperations(document, (operation, pointer) => {
    if (operation.requestBody === undefined) return operation;
    const { requestBody, ...rest } = operation;
    const body = resolveReference(document, "requestBody", asObject(requestBody), `${pointer}/requestBody`).value;
    const media = Object.values(asObject(body.content)).map((type) => asObject(asObject(type).schema));
    return media.length > 0 && media.every(isNull) ? rest : operation;
  });

const isNull = ({ type }: JsonObject): boolean =>
  type === "null" || (isArray(type) && type.every((name) => name === "null"));
