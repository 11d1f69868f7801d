import picomatch from "picomatch";
import { GeneratorError, type Warning } from "../util/errors.ts";
import { asArray, asObject, filterEntries, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { isExtension, listOperations, methods } from "./object-model.ts";
import { pruneComponents } from "./prune-components.ts";
import { resolveReference } from "./references.ts";

/** Which operations to take: those on a path that a glob matches, and those that carry one of the tags. */
export interface Include {
  readonly paths?: readonly string[];
  readonly tags?: readonly string[];
}

/**
 * The part of the document that the selected operations need: their path items, every component they reach, and of
 * the rest only what is about the whole API (version, servers, security). Nothing outside the selection is left, so
 * nothing outside it can change what is generated.
 */
export function selectOperations(
  document: JsonObject,
  include: Include,
): { document: JsonObject; warnings: Warning[] } {
  const { select, unused } = createSelector(include);
  const paths = Object.fromEntries(
    Object.entries(asObject(document.paths))
      .filter(([path]) => !isExtension(path))
      .map(([path, item]): [string, JsonObject] => [path, resolvePathItem(document, path, asObject(item))])
      .map(([path, item]): [string, JsonObject] => [
        path,
        filterEntries(item, (key, value) => !isMethod(key) || select(path, asObject(value))),
      ])
      .filter(([, item]) => Object.keys(item).some(isMethod)),
  );
  if (Object.keys(paths).length === 0) throw nothingSelected(document, include);

  const kept = filterEntries(document, (key) => documentFields.has(key) || key === "components");
  return {
    document: pruneComponents({ ...kept, paths }),
    warnings: unused().map((where) => ({
      code: "INCLUDE_UNUSED",
      where,
      what: "matches no operation of the document",
    })),
  };
}

/** The fields of the document that are about every operation. Webhooks and external documentation are not. */
const documentFields: ReadonlySet<string> = new Set([
  "openapi",
  "info",
  "jsonSchemaDialect",
  "security",
  "servers",
  "tags",
]);

const isMethod = (key: string): boolean => (methods as readonly string[]).includes(key);

/** A path item that refers to a component is written out, so that one operation of it can be taken without the rest. */
function resolvePathItem(document: JsonObject, path: string, item: JsonObject): JsonObject {
  const { $ref: _, ...own } = item;
  return { ...resolveReference(document, "pathItem", item, jsonPointer("#/paths", path)).value, ...own };
}

/** Braces in a glob are the braces of a path template, not alternatives. Paths of an API are the same on Windows. */
const globOptions = { dot: true, nobrace: true, nonegate: true, windows: false } as const;

/** The test for an operation, and the selectors that it never said yes to. */
function createSelector({ paths = [], tags = [] }: Include) {
  const tests = [
    ...paths.map((glob, index) => {
      const matches = picomatch(glob, globOptions);
      return { where: `include/paths/${index} (${glob})`, matches: (path: string) => matches(path) };
    }),
    ...tags.map((tag, index) => ({
      where: `include/tags/${index} (${tag})`,
      matches: (_: string, operation: JsonObject) => asArray(operation.tags).includes(tag),
    })),
  ];
  const used = new Set<string>();
  return {
    select: (path: string, operation: JsonObject): boolean => {
      const matching = tests.filter((test) => test.matches(path, operation));
      for (const { where } of matching) used.add(where);
      return matching.length > 0;
    },
    unused: (): string[] => tests.map(({ where }) => where).filter((where) => !used.has(where)),
  };
}

function nothingSelected(document: JsonObject, include: Include): GeneratorError {
  const tags = new Set(listOperations(document).flatMap(({ tags }) => asArray(tags)));
  return new GeneratorError(
    "INCLUDE_EMPTY",
    "include",
    `${JSON.stringify(include)} matches no operation of this document, which has ${Object.keys(asObject(document.paths)).length} paths`,
    tags.size === 0 ? "Name paths that it has" : `Name paths that it has, or some of its tags: ${[...tags].join(", ")}`,
  );
}

/** How much a document holds. */
export interface Counts {
  readonly operations: number;
  readonly paths: number;
  readonly schemas: number;
}

export function countDocument(document: JsonObject): Counts {
  const paths = asObject(document.paths);
  return {
    operations: listOperations(document).length,
    paths: Object.keys(paths).length,
    schemas: Object.keys(asObject(asObject(document.components).schemas)).length,
  };
}
