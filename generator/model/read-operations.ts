import { compareCodePoints } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { methods } from "../document/object-model.ts";
import type { ContentObject, OpenApiDocument, OperationObject, Schema } from "../document/openapi-types.ts";
import { resolveReference } from "../document/references.ts";
import { GeneratorError } from "../util/errors.ts";
import { capitalizeFirst, functionName, withFreeNumber } from "./identifiers.ts";
import { chooseMediaType } from "./media-types.ts";
import type { Operation, Parameter, Response } from "./model.ts";
import { effectiveParameters, operationPointer } from "./operation-object.ts";
import { readPagination } from "./read-pagination.ts";
import { readScopes } from "./read-scopes.ts";

/** Reads the operations of the document, sorted by path, then by method. */
export function readOperations(document: OpenApiDocument): Operation[] {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method): Source[] => {
      const operation = item[method];
      return operation ? [{ path, method, operation, pointer: operationPointer({ path, method }) }] : [];
    }),
  );
  const sources = all.sort((a, b) => compareCodePoints(a.path, b.path) || compareCodePoints(a.method, b.method));
  const names = nameOperations(sources);
  return sources.map((source, index) => ({ name: names[index] ?? "", ...readOperation(document, source) }));
}

/**
 * Names each operation. Ids that are identifiers are used as they are. A derived name that is taken gets a number: that
 * of `get-a` next to `getA`, or that of `/a/` next to `/a`. Throws if two operations have the same id.
 */
function nameOperations(sources: readonly Source[]): string[] {
  const ids = sources.map(({ operation }) => operation.operationId);
  for (const [index, id] of ids.entries()) {
    const other = ids.indexOf(id);
    if (id !== undefined && other !== index)
      throw collision(id, sources[index]?.pointer ?? "", sources[other]?.pointer);
  }
  const names = sources.map(({ method, path }, index) => functionName(ids[index] ?? fallbackName(method, path)));
  const taken = new Set(names.filter((name, index) => name === ids[index]));
  return names.map((name, index) => {
    if (name === ids[index]) return name;
    const free = withFreeNumber(name, taken);
    taken.add(free);
    return free;
  });
}

interface Source {
  readonly path: string;
  readonly method: string;
  readonly operation: OperationObject;
  readonly pointer: string;
}

function readOperation(document: OpenApiDocument, source: Source): Omit<Operation, "name"> {
  const { path, method, operation, pointer } = source;
  const { scopes, rest } = readScopes(operation.description ?? "");
  const summary = operation.summary?.trim();
  const parameters = effectiveParameters(document, source).map(({ value }) => value);
  const bodyPointer = jsonPointer(pointer, "requestBody");
  const body = resolveReference(document, "requestBody", operation.requestBody, bodyPointer).value;
  const responses = Object.entries(operation.responses ?? {}).map(([status, response]) => {
    const responsePointer = jsonPointer(pointer, "responses", status);
    const { content = {} } = resolveReference(document, "response", response, responsePointer).value;
    return { status: /^\d+$/.test(status) ? Number(status) : status, content };
  });
  const jsonSchema = (content: ContentObject | undefined): Schema | undefined => {
    const media = chooseMediaType(document, content, pointer);
    return media?.parseAs === "json" ? media.value.schema : undefined;
  };
  const page = jsonSchema(responses.find(({ status }) => status === 200)?.content);
  const pagination = readPagination(document, { parameters, body: jsonSchema(body.content), page }, pointer);
  return {
    method: method.toUpperCase(),
    path,
    ...(summary && { summary }),
    ...(rest && { description: rest }),
    ...(operation.deprecated === true && { deprecated: true as const }),
    tags: operation.tags ?? [],
    scopes,
    parameters: parameters.map(
      ({ name, in: location, required }): Parameter => ({
        name: String(name),
        in: String(location),
        required: required === true,
      }),
    ),
    ...(operation.requestBody !== undefined && {
      requestBody: { required: body.required === true, mediaTypes: Object.keys(body.content ?? {}) },
    }),
    responses: responses.map(({ status, content }): Response => ({ status, mediaTypes: Object.keys(content) })),
    ...(pagination && { pagination }),
  };
}

/** Names an operation without an id: `GET /pets/{id}` is `getPetsById`, `GET /` is `getRoot`. */
const fallbackName = (method: string, path: string): string =>
  method +
  (path === "/" ? "/root" : path)
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => capitalizeFirst(segment.replace(/\{([^{}]*)\}/g, " by $1")))
    .join(" ");

const collision = (id: string, pointer: string, other = ""): GeneratorError =>
  new GeneratorError(
    "NAME_COLLISION",
    pointer,
    `this operation and the one at ${other} have the same operationId ${id}`,
    "Give each operation a unique operationId",
  );
