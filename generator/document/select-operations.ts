import picomatch from "picomatch";
import { GeneratorError, type Warning } from "../util/errors.ts";
import { asArray, asObject, filterEntries, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { isExtension, isMethod, listOperations } from "./object-model.ts";
import { pruneComponents } from "./prune-components.ts";
import { resolveReference } from "./references.ts";

/** Selects the operations whose path matches one of the globs, and those with one of the tags. */
export interface Include {
  readonly paths?: readonly string[];
  readonly tags?: readonly string[];
}

/**
 * Returns the part of the document that the selected operations need: their path items, the components they reach, and
 * the fields that apply to the whole API. Changes outside the selection do not change the generated client.
 */
export function selectOperations(
  document: JsonObject,
  include: Include,
): { document: JsonObject; warnings: Warning[] } {
  const { select, unused } = createSelector(include);
  const paths = Object.fromEntries(
    Object.entries(asObject(document.paths))
      .filter(([path]) => !isExtension(path))
      .map(([path, item]): [string, JsonObject] => [
        path,
        filterEntries(
          resolvePathItem(document, path, asObject(item)),
          (key, value) => !isMethod(key) || select(path, asObject(value)),
        ),
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

/** The fields of the document that apply to every operation. Webhooks and external documentation do not. */
const documentFields: ReadonlySet<string> = new Set([
  "openapi",
  "info",
  "jsonSchemaDialect",
  "security",
  "servers",
  "tags",
]);

/** Inlines a referenced path item, so that single operations of it can be selected. */
function resolvePathItem(document: JsonObject, path: string, item: JsonObject): JsonObject {
  const { $ref: _, ...siblings } = item;
  return { ...resolveReference(document, "pathItem", item, jsonPointer("#/paths", path)).value, ...siblings };
}

/** Braces are those of path templates, not alternatives. Matching does not depend on the operating system. */
const globOptions = { dot: true, nobrace: true, nonegate: true, windows: false } as const;

/** Returns a test for operations, and the globs and tags that have not matched any so far. */
function createSelector({ paths = [], tags = [] }: Include) {
  const selectors = [
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
      const matching = selectors.filter((selector) => selector.matches(path, operation));
      for (const { where } of matching) used.add(where);
      return matching.length > 0;
    },
    unused: (): string[] => selectors.map(({ where }) => where).filter((where) => !used.has(where)),
  };
}

function nothingSelected(document: JsonObject, include: Include): GeneratorError {
  const tags = new Set(listOperations(document).flatMap(({ tags }) => asArray(tags)));
  return new GeneratorError(
    "INCLUDE_EMPTY",
    "include",
    `${JSON.stringify(include)} matches no operation of the document, which has ${Object.keys(asObject(document.paths)).length} paths`,
    tags.size === 0 ? "Use paths of the document" : `Use paths of the document, or its tags: ${[...tags].join(", ")}`,
  );
}

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
