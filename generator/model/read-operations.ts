import { asArray, asObject, asString, compareCodePoints, isObject, type JsonObject } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { methods } from "../document/object-model.ts";
import { resolveReference } from "../document/references.ts";
import { GeneratorError } from "../util/errors.ts";
import { capitalizeFirst, functionName, withFreeNumber } from "./identifiers.ts";
import { chooseMediaType } from "./media-types.ts";
import type { Operation, Parameter, Response } from "./model.ts";
import { readPagination } from "./read-pagination.ts";
import { readScopes } from "./read-scopes.ts";

/** Every operation of the document, by path, then method. */
export function readOperations(document: JsonObject): Operation[] {
  const all = Object.entries(asObject(document.paths)).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = asObject(item)[method];
      return isObject(operation) ? [{ path, method, operation, pointer: jsonPointer("#/paths", path, method) }] : [];
    }),
  );
  const sources = all.sort((a, b) => compareCodePoints(a.path, b.path) || compareCodePoints(a.method, b.method));
  const names = nameAll(sources);
  return sources.map((source, index) => ({ name: names[index] ?? "", ...readOperation(document, source) }));
}

/**
 * The name of each operation. Ids that are names go first; what is made into a name and meets one that is taken, as
 * `get-a` does beside `getA`, or `/a/` beside `/a`, gets a number. One id for two operations is the document's mistake.
 */
function nameAll(sources: readonly Source[]): string[] {
  const ids = sources.map(({ operation }) => asString(operation.operationId));
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
  readonly operation: JsonObject;
  readonly pointer: string;
}

function readOperation(document: JsonObject, { path, method, operation, pointer }: Source): Omit<Operation, "name"> {
  const { scopes, rest } = readScopes(asString(operation.description) ?? "");
  const summary = asString(operation.summary)?.trim();
  const parameters = effectiveParameters(document, path, method).map(({ value }) => value);
  const body = resolveReference(
    document,
    "requestBody",
    asObject(operation.requestBody),
    jsonPointer(pointer, "requestBody"),
  ).value;
  const responses = Object.entries(asObject(operation.responses)).map(([status, response]) => {
    const { value } = resolveReference(
      document,
      "response",
      asObject(response),
      jsonPointer(pointer, "responses", status),
    );
    return { status: /^\d+$/.test(status) ? Number(status) : status, content: asObject(value.content) };
  });
  const schemaOf = (content: JsonObject): JsonObject => {
    const media = chooseMediaType(document, content, pointer);
    return media?.parseAs === "json" ? asObject(media.value.schema) : {};
  };
  const page = schemaOf(responses.find(({ status }) => status === 200)?.content ?? {});
  const pagination = readPagination(document, { parameters, body: schemaOf(asObject(body.content)), page }, pointer);
  return {
    method: method.toUpperCase(),
    path,
    ...(summary && { summary }),
    ...(rest && { description: rest }),
    ...(operation.deprecated === true && { deprecated: true as const }),
    tags: asArray(operation.tags).filter((tag): tag is string => typeof tag === "string"),
    scopes,
    parameters: parameters.map(
      ({ name, in: where, required }): Parameter => ({
        name: String(name),
        in: String(where),
        required: required === true,
      }),
    ),
    ...(operation.requestBody !== undefined && {
      requestBody: { required: body.required === true, mediaTypes: Object.keys(asObject(body.content)) },
    }),
    responses: responses.map(({ status, content }): Response => ({ status, mediaTypes: Object.keys(content) })),
    ...(pagination && { pagination }),
  };
}

/** The parameters of an operation with those of its path item; its own go first where both have one. */
export function effectiveParameters(
  document: JsonObject,
  path: string,
  method: string,
): { value: JsonObject; pointer: string }[] {
  const item = asObject(asObject(document.paths)[path]);
  const above = jsonPointer("#/paths", path);
  const listed = ({ parameters }: JsonObject, pointer: string) =>
    asArray(parameters).map((parameter, index) =>
      resolveReference(document, "parameter", asObject(parameter), jsonPointer(pointer, "parameters", index)),
    );
  const all = [...listed(asObject(item[method]), jsonPointer(above, method)), ...listed(item, above)];
  const same = (a: JsonObject, b: JsonObject): boolean => a.in === b.in && a.name === b.name;
  return all.filter(({ value }, index) => all.findIndex((other) => same(other.value, value)) === index);
}

/** An operation without an id is called by what it does and where: `GET /pets/{id}` is `getPetsById`, `GET /` `getRoot`. */
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
    `the operations here and at ${other} would both be called ${id}`,
    "Give each operation an operationId of its own",
  );
