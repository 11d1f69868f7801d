import stringify from "json-stringify-pretty-compact";
import type { JsonObject } from "../document/json.ts";
import type { Model } from "../model/model.ts";
import { escapeInvisible } from "../util/invisible-characters.ts";
import { emitClient } from "./emit-client.ts";
import { emitEnums } from "./emit-enums.ts";
import { emitFake } from "./emit-fake.ts";
import { emitIndex } from "./emit-index.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitReadme } from "./emit-readme.ts";
import { emitTypes } from "./emit-types.ts";
import { usedRuntimeFiles } from "./runtime-files.ts";
import { verifyOutput } from "./verify-output.ts";

/** Texts by path, relative to the folder that they are written to. */
export type Files = ReadonlyMap<string, string>;

export interface EmitOptions {
  /** The path of the snapshot, as the headers of the files name it. */
  readonly snapshot: string;
  /** A template for links to the API's documentation. */
  readonly docsUrl: string | undefined;
  /** The client's runtime. The files that the client uses are copied. */
  readonly templates: Files;
}

/** Returns every file of the client. Each has been verified. */
export function emit(document: JsonObject, model: Model, { snapshot, docsUrl, templates }: EmitOptions): Files {
  const header = `// Generated from ${snapshot}. Do not edit: run \`npm run generate\`.`;
  const enums = emitEnums(model, header);
  const printed = new Map([
    ["client.ts", emitClient(model, header)],
    ...(enums === undefined ? [] : ([["enums.ts", enums]] as const)),
    ["fake.ts", emitFake(model, header)],
    ["index.ts", emitIndex(model, header)],
    ["model.json", `${escapeInvisible(stringify(model, { maxLength: 120 }), "\n")}\n`],
    ["operations.ts", emitOperations(model, docsUrl, header)],
    ["README.md", emitReadme(model, snapshot)],
    ["types.ts", emitTypes(document, model, header)],
  ]);
  const code = [...printed].filter(([path]) => path.endsWith(".ts")).map(([, text]) => text);
  const runtime = [...usedRuntimeFiles(code, templates)].map(([path, text]) => [`runtime/${path}`, text] as const);
  const files = new Map([...printed, ...runtime]);
  verifyOutput(files, templates);
  return files;
}
