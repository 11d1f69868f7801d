import type { Warning } from "../../util/errors.ts";
import { asObject, isArray, mapValues } from "../json.ts";
import { jsonPointer } from "../json-pointer.ts";
import { mapOperations } from "../object-model.ts";
import type { OpenApiDocument, OperationObject, ResponseObject, Schema } from "../openapi-types.ts";
import { resolveReference } from "../references.ts";

/** Statuses whose responses have no content (RFC 9110, section 6.4.1). Neither have responses to HEAD. */
const bodilessStatus = /^(204|205|304)$/;

/** Methods that `fetch` sends without a body. OpenAPI 3.0 ignores their request bodies too. */
const bodilessMethod = /\/(get|head|trace)$/;

/**
 * Removes bodies that HTTP does not allow: the content of responses without one, for which a client would wait and then
 * report a broken response, and the bodies of requests that cannot have one.
 */
export const dropForbiddenBodies = (document: OpenApiDocument): OpenApiDocument =>
  mapOperations(document, (operation, pointer) => {
    const { requestBody, ...rest } = operation;
    return {
      ...(bodilessMethod.test(pointer) ? rest : operation),
      responses: mapValues(operation.responses ?? {}, (response, status): ResponseObject => {
        if (!bodilessStatus.test(status) && !pointer.endsWith("/head")) return response;
        const responsePointer = jsonPointer(pointer, "responses", status);
        const { content, ...withoutContent } = resolveReference(document, "response", response, responsePointer).value;
        return content === undefined ? response : withoutContent;
      }),
    };
  });

/** Warns about request bodies that cannot be sent, and about methods that `fetch` refuses. */
export const unsendableWarnings = ({ paths }: OpenApiDocument): Warning[] =>
  Object.entries(paths).flatMap(([path, { get, head, trace }]) => [
    ...(trace ? [unsendable(path, "trace", "`fetch` refuses TRACE, so calls will fail")] : []),
    ...bodyWarnings(path, "get", get),
    ...bodyWarnings(path, "head", head),
  ]);

const bodyWarnings = (path: string, method: string, operation: OperationObject | undefined): Warning[] =>
  operation?.requestBody === undefined
    ? []
    : [unsendable(path, method, "a GET or HEAD request cannot have a body, so the request body is ignored")];

const unsendable = (path: string, method: string, what: string): Warning => ({
  code: "NOT_SENDABLE",
  where: jsonPointer("#/paths", path, method),
  what,
});

/** Removes request bodies that can only be `null`. Some servers refuse requests that send one. */
export const dropNullBodies = (document: OpenApiDocument): OpenApiDocument =>
  mapOperations(document, (operation, pointer) => {
    const { requestBody, ...rest } = operation;
    if (requestBody === undefined) return operation;
    const { content = {} } = resolveReference(document, "requestBody", requestBody, `${pointer}/requestBody`).value;
    const media = Object.values(content);
    return media.length > 0 && media.every(({ schema }) => isNull(schema)) ? rest : operation;
  });

function isNull(schema: Schema | undefined): boolean {
  const { type } = asObject(schema);
  return type === "null" || (isArray(type) && type.every((name) => name === "null"));
}
