import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { generate } from "../../generator/app/generate.ts";
import { isArray, isObject, type Json, type JsonObject } from "../../generator/document/json.ts";
import { GeneratorError } from "../../generator/util/errors.ts";
import { hostIn } from "../helpers/run.ts";
import { places } from "./places.ts";
import { strings } from "./strings.ts";

/** The outcomes of a number of documents. */
export interface Summary {
  readonly documents: number;
  clients: number;
  /** Rejected documents, by error code. */
  readonly rejected: Record<string, number>;
}

/** Hostile strings, combinations of parts of them, and random strings. */
const text = fc.oneof(
  fc.constantFrom(...strings.map((each) => each.text)),
  fc
    .array(
      fc.constantFrom(
        "*/",
        "/*",
        "*",
        "/",
        "`",
        "${",
        "}",
        '"',
        "'",
        "\\",
        "\u2028",
        "\n",
        "\r",
        "@",
        "a",
        "{",
        "<",
        ">",
        "|",
        "__proto__",
        "\u0000",
        "\ud800",
        "\u202e",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
);

/** Random values, mostly with keys of OpenAPI. */
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant({ type: "string" })),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom(
          "type",
          "properties",
          "items",
          "enum",
          "allOf",
          "anyOf",
          "$ref",
          "required",
          "description",
          "title",
          "const",
          "default",
          "format",
          "x-enumDescriptions",
          "additionalProperties",
          "discriminator",
        ),
        text,
      ),
      tie("value"),
      { maxKeys: 4 },
    ),
  ) as fc.Arbitrary<Json>,
})).value;

/** Documents with hostile strings in several places, and some with a random schema. */
export const documents: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...places), text), { minLength: 1, maxLength: 4 }), fc.option(value))
  .map(([put, extra]) => {
    const all = put.map(([place, string]) => place.put(string));
    const merged = all.reduce((a, b) => merge(a, b));
    return extra === null
      ? merged
      : merge(merged, {
          components: { schemas: { Extra: extra } },
          paths: {
            "/extra": {
              get: {
                operationId: "extra",
                responses: { 200: { description: "a", content: { "application/json": { schema: extra } } } },
              },
            },
          },
        } as JsonObject);
  });

/** Merges two objects deeply. Of other values, the second is used. */
function merge(a: JsonObject, b: JsonObject): JsonObject {
  const result = new Map(Object.entries(a));
  for (const [key, valueB] of Object.entries(b)) {
    const valueA = result.get(key);
    result.set(key, isObject(valueA) && isObject(valueB) ? merge(valueA, valueB) : valueB);
  }
  return Object.fromEntries(result);
}

const put = (value: Json) => (parent: Record<string, Json>, key: string) => {
  parent[key] = value;
};

/** Damaged copies of a document: with a changed character, value, key or subtree, or truncated. */
export const mutations = (original: string): fc.Arbitrary<string> => {
  const document: Json = JSON.parse(original);
  const paths: string[][] = [];
  const visit = (each: Json, keys: string[]): void => {
    if (keys.length > 0) paths.push(keys);
    if (isObject(each) || isArray(each)) for (const [key, child] of Object.entries(each)) visit(child, [...keys, key]);
  };
  visit(document, []);
  const path = fc.constantFrom(...paths);
  const withChange = (keys: string[], change: (parent: Record<string, Json>, key: string) => void): string => {
    const copy = JSON.parse(original);
    const parent = keys.slice(0, -1).reduce((each, key) => each[key], copy);
    change(parent, keys.at(-1) ?? "");
    return JSON.stringify(copy);
  };
  return fc.oneof(
    fc
      .tuple(fc.nat(original.length - 1), fc.string({ unit: "binary", maxLength: 2 }))
      .map(([index, bytes]) => original.slice(0, index) + bytes + original.slice(index + 1)),
    fc.nat(original.length - 1).map((end) => original.slice(0, end)),
    fc.tuple(path, value).map(([keys, other]) => withChange(keys, put(other))),
    path.map((keys) => withChange(keys, (parent, key) => void delete parent[key])),
    fc.tuple(path, text).map(([keys, name]) =>
      withChange(keys, (parent, key) => {
        const { [key]: moved = null } = parent;
        delete parent[key];
        Object.defineProperty(parent, name, { value: moved, enumerable: true, configurable: true, writable: true });
      }),
    ),
    fc.tuple(path, path).map(([keys, from]) => {
      const subtree = from.reduce<Json>((each, key) => (each as Record<string, Json>)[key] ?? null, document);
      return withChange(keys, put(subtree));
    }),
  );
};

/**
 * Generates from each text as the command does, in a temporary folder. Throws unless each text gives a client or an
 * error with a code, and if a rejected document changed a file.
 */
export async function fuzz(texts: Iterable<string>): Promise<Summary> {
  const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  const source = join(folder, "document.json");
  const config = join(folder, "config.json");
  writeFileSync(
    config,
    JSON.stringify({ include: { paths: ["/**"] }, enumNames: {}, docsUrl: "https://docs.test/{tag}" }),
  );
  const out = join(folder, "out");
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath.startsWith(out))
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), "utf8")]);
  const host = hostIn({ folder, home: join(import.meta.dirname, "../.."), state: undefined });
  const listener = {
    notice() {},
    warning() {},
    stage: async <R>(_: string, work: () => R | Promise<R>) => work(),
  };
  const summary: Summary = { documents: [...texts].length, clients: 0, rejected: {} };
  try {
    for (const each of texts) {
      writeFileSync(source, each);
      const before = JSON.stringify(files());
      try {
        await generate({ source, config, out, acceptShrink: true }, listener, host);
        summary.clients++;
      } catch (error) {
        if (!(error instanceof GeneratorError)) throw new Error(`thrown for ${each.slice(0, 3000)}`, { cause: error });
        if (error.code === "EMIT_INVALID")
          throw new Error(`accepted by validation: ${each.slice(0, 3000)}`, { cause: error });
        if (JSON.stringify(files()) !== before) throw new Error(`files changed on failure: ${each.slice(0, 3000)}`);
        summary.rejected[error.code] = (summary.rejected[error.code] ?? 0) + 1;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return summary;
}

/** Returns `count` samples, the same ones for the same seed. */
export const sample = <Value>(arbitrary: fc.Arbitrary<Value>, count: number, seed: number): Value[] =>
  fc.sample(arbitrary, { numRuns: count, seed });
