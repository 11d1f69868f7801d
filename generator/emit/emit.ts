import stringify from "json-stringify-pretty-compact";
import type { Model } from "../model.ts";
import type { JsonObject } from "../spec/json.ts";
import { visible } from "../visible.ts";
import { check } from "./check.ts";
import { emitClient } from "./files/client.ts";
import { emitEnums } from "./files/enums.ts";
import { emitFake } from "./files/fake.ts";
import { emitIndex } from "./files/index.ts";
import { emitOperations } from "./files/operations.ts";
import { emitReadme } from "./files/readme.ts";
import { emitTypes } from "./files/types.ts";
import { runtimeOf } from "./runtime.ts";

/** Texts by path, relative to the folder they go to. */
export type Files = ReadonlyMap<string, string>;

export interface EmitOptions {
  /** The snapshot's path as a reader of the project knows it. */
  readonly snapshot: string;
  /** A template for links to the API's documentation. */
  readonly docsUrl: string | undefined;
  /** The client's runtime: what is used of it is copied as it is. */
  readonly templates: Files;
}

/** Writes the client: every file of `generated/`, each known to parse. */
export function emit(document: JsonObject, model: Model, { snapshot, docsUrl, templates }: EmitOptions): Files {
  const header = `// Generated from ${snapshot}. Do not edit: run \`npm run generate\`.`;
  const enums = emitEnums(model, header);
  const printed = new Map([
    ["client.ts", emitClient(model, header)],
    ...(enums === undefined ? [] : ([["enums.ts", enums]] as const)),
    ["fake.ts", emitFake(model, header)],
    ["index.ts", emitIndex(model, header)],
    ["model.json", `${visible(stringify(model, { maxLength: 120 }), "\n")}\n`],
    ["operations.ts", emitOperations(model, docsUrl, header)],
    ["README.md", emitReadme(model, snapshot)],
    ["types.ts", emitTypes(document, model, header)],
  ]);
  const code = [...printed].filter(([path]) => path.endsWith(".ts")).map(([, text]) => text);
  const runtime = [...runtimeOf(code, templates)].map(([path, text]) => [`runtime/${path}`, text] as const);
  const files = new Map([...printed, ...runtime]);
  check(files, templates);
  return files;
}
