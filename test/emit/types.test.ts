import { join } from "node:path";
import openapiTS, { astToString, type OpenAPI3, STRING, tsUnion } from "openapi-typescript";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { selectDocument } from "../../generator/app/pipeline.ts";
import { defaults } from "../../generator/config/config.ts";
import type { Json, JsonObject } from "../../generator/document/json.ts";
import { loadDocument } from "../../generator/download/load.ts";
import { transformToTypes } from "../../generator/emit/transform-to-types.ts";
import { GeneratorError } from "../../generator/util/errors.ts";
import { goldens } from "../helpers/goldens.ts";
import { newestCopy } from "../helpers/spec-history.ts";
import { places } from "../hostile/places.ts";

const root = join(import.meta.dirname, "../..");
const everything = { ...defaults, include: { paths: ["/**"] } };

/** The document as the emitter gets it, or nothing where it is refused before. */
const normal = async (document: Json): Promise<JsonObject | undefined> => {
  try {
    return (await selectDocument(document, everything)).document;
  } catch (error) {
    if (error instanceof GeneratorError) return undefined;
    throw error;
  }
};

/** What the library makes of it by the function that it is known by, loader and all. */
const published = async (document: JsonObject): Promise<string> =>
  astToString(
    await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
      defaultNonNullable: false,
      emptyObjectsUnknown: true,
      silent: true,
      transform: ({ type, format }, { path = "" }) =>
        type === "string" && format === "date-time" && /\/(parameters|requestBody)\//.test(path)
          ? tsUnion([STRING, ts.factory.createTypeReferenceNode("Date")])
          : undefined,
    }),
  );

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const parts = {
  Cat: { type: "object", properties: { kind: { type: "string" }, born: { type: "string", format: "date-time" } } },
  Dog: { type: "object", allOf: [{ $ref: "#/components/schemas/Cat" }], properties: { kind: { enum: ["a", "b"] } } },
  Pet: {
    oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
    discriminator: {
      propertyName: "kind",
      mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
    },
  },
};
const reply = {
  description: "Fine",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
};
const discriminated = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: { "/pets": { post: { operationId: "addPet", requestBody: reply, responses: { 200: reply } } } },
  components: { schemas: parts },
};

const files = [join(root, defaults.snapshot), ...goldens.map(({ document }) => document), ...newestCopy];
const documents: { name: string; read: () => Promise<Json> }[] = [
  ...files.map((file) => ({
    name: file.slice(root.length + 1),
    read: async () => (await loadDocument(file)).document,
  })),
  { name: "a document with a discriminator", read: async () => discriminated },
  ...places.flatMap(({ name, put }) =>
    ["Name", "*/ a\n`${b}` \u202e", "__proto__"].map((text) => ({
      name: `${JSON.stringify(text)} in ${name}`,
      read: async (): Promise<Json> => JSON.parse(JSON.stringify(put(text))),
    })),
  ),
];

describe("openapi-typescript without its loader prints what it prints with it", () => {
  test.each(documents)("$name", async ({ read }) => {
    const document = await normal(await read());
    if (document === undefined) return;
    const ours = astToString(transformToTypes(frozen(document)));
    expect(ours).toBe(await published(document).catch(String));
  });
});
