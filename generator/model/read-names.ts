import { asObject, compareCodePoints } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import type { OpenApiDocument, SchemaObject } from "../document/openapi-types.ts";
import { GeneratorError, type Warning } from "../util/errors.ts";
import { isIdentifier, isReserved, pascalCase } from "./identifiers.ts";
import {
  type Enum,
  type EnumAt,
  isLabeled,
  iteratorNames,
  type Operation,
  type PublicNames,
  type Schema,
} from "./model.ts";
import type { NameOverrides } from "./name-members.ts";
import { readEnums } from "./read-enums.ts";
import { readOperations } from "./read-operations.ts";

/** Names everything of a normalized document that callers use, and finds its enums. */
export function readNames(
  document: OpenApiDocument,
  options: NameOverrides & { readonly name: string },
): { names: PublicNames; enumAt: EnumAt; warnings: Warning[] } {
  const { name } = options;
  const operations = readOperations(document);
  const { enums, enumAt, warnings } = readEnums(document, operations, options);
  const values = valueNames(name, operations, enums);
  const schemas = readSchemas(document, enums, new Set([...values, `${name}Client`]));
  return { names: { name, operations, enums, schemas }, enumAt, warnings };
}

/** Returns the names of all values that the client exports. Throws if two have the same name. */
function valueNames(name: string, operations: readonly Operation[], enums: readonly Enum[]): string[] {
  const named = [
    { name: `create${name}Client`, what: "the client" },
    ...operations.map((operation) => ({ name: operation.name, what: `operation ${operation.name}` })),
    ...operations.flatMap((operation) =>
      iteratorNames(operation).map((iterator) => ({ name: iterator, what: `an iterator of ${operation.name}` })),
    ),
    ...enums.flatMap((each) => enumNames(each).map((exported) => ({ name: exported, what: `enum ${each.name}` }))),
  ];
  for (const [index, { name: exported, what }] of named.entries()) {
    const other = named.findIndex((each) => each.name === exported);
    if (other !== index) throw collision(exported, what, named[other]?.what ?? "");
  }
  return named.map((each) => each.name);
}

const enumNames = (each: Enum): string[] => [
  each.name,
  `is${each.name}`,
  ...(isLabeled(each) ? [`${each.name}Labels`, `label${each.name}`] : []),
];

/** Names the type of each component schema. If a name is taken, appends `Schema`, and then a number. */
function readSchemas(document: OpenApiDocument, enums: readonly Enum[], taken: Set<string>): Schema[] {
  const { schemas = {} } = document.components ?? {};
  const enumSchemas = new Set(
    enums.flatMap(({ sites }) =>
      sites.filter((site) => site.in === "schema" && site.path === "").map((site) => site.of),
    ),
  );
  return Object.entries(schemas)
    .filter(([component]) => !enumSchemas.has(component))
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([component, schema]) => {
      const description = (asObject(schema) as SchemaObject).description?.trim();
      const name = freeName(isIdentifier(component) ? component : pascalCase(component), taken);
      taken.add(name);
      return { component, name, ...(description && { description }) };
    });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const start = isIdentifier(name) ? name : `_${name}`;
  for (let number = 0; ; number++) {
    const candidate = number === 0 ? start : `${start}Schema${number === 1 ? "" : number}`;
    if (!taken.has(candidate) && !isReserved(candidate)) return candidate;
  }
}

const collision = (exported: string, what: string, other: string): GeneratorError =>
  new GeneratorError(
    "NAME_COLLISION",
    jsonPointer("#", "components"),
    `${other} and ${what} would both export ${exported}`,
    "Rename an enum in the config (enumNames), or select fewer operations",
  );
