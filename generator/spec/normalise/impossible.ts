import type { Warning } from "../../errors.ts";
import { at, mapOperations } from "../grammar.ts";
import { asObject, type JsonObject, mapped, pick } from "../json.ts";
import { resolve } from "../references.ts";

/** Statuses whose answers end with their headers, whatever a document lists there. So do all answers to HEAD. */
const noContent = /^(204|205|304)$/;

/** Methods that `fetch` sends without a body; OpenAPI 3.0 has a body that is listed there ignored. */
const noBody = /\/(get|head|trace)$/;

/**
 * Takes out what HTTP does not carry: the content of answers that have none, which a client would wait for and take
 * the answer for broken, and bodies of requests that cannot have one.
 */
export const dropImpossible = (document: JsonObject): JsonObject =>
  mapOperations(document, (operation, pointer) => ({
    ...pick(operation, (key) => key !== "requestBody" || !noBody.test(pointer)),
    responses: mapped(asObject(operation.responses), (response, status) => {
      if (!noContent.test(status) && !pointer.endsWith("/head")) return response;
      const { value } = resolve(document, "response", asObject(response), at(pointer, "responses", status));
      return value.content === undefined ? response : pick(value, (key) => key !== "content");
    }),
  }));

/** What callers will miss who have read the document: bodies that cannot be sent, and methods. */
export const unsendable = ({ paths }: JsonObject): Warning[] =>
  Object.entries(asObject(paths)).flatMap(([path, item]) =>
    Object.entries(asObject(item)).flatMap(([method, operation]): Warning[] => {
      const where = at("#/paths", path, method);
      if (!noBody.test(where)) return [];
      const tell = (what: string): Warning[] => [{ code: "NOT_SENDABLE", where, what }];
      if (method === "trace") return tell("`fetch` sends no TRACE, so calls will be refused");
      return asObject(operation).requestBody === undefined
        ? []
        : tell("a GET or HEAD request has no body, so it is left out");
    }),
  );
