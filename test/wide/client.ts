import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { analyze, type GeneratedClient, generateClient, selectDocument } from "../../generator/app/pipeline.ts";
import { type Config, defaults } from "../../generator/config/config.ts";
import { type Json, printJson } from "../../generator/document/json.ts";
import { readFolder } from "../../generator/files/write-files.ts";
import { writeClient } from "../helpers/client-folder.ts";
import { type Compiler, compilerOf } from "../helpers/compilers.ts";
import { typeCheck } from "../helpers/typescript.ts";

const root = join(import.meta.dirname, "../..");
const templates = readFolder(join(root, "templates"));

/** The config that takes all of a document. */
export const everything: Config = { ...defaults, name: "Whole", include: { paths: ["/**"] }, enumNames: {} };

/** Makes a client in this process, as `npm run generate` does. */
export const make = (document: Json, config: Partial<Config> = {}): Promise<GeneratedClient> =>
  generateClient(document, { ...everything, ...config }, templates, async (_, work) => work());

/** What becomes of a client's own snapshot: the same, or something was read differently the second time. */
export async function again({ snapshot }: GeneratedClient): Promise<Pick<GeneratedClient, "snapshot" | "model">> {
  const selection = await selectDocument(JSON.parse(snapshot), everything);
  return { snapshot: printJson(selection.document), model: analyze(selection, everything).model() };
}

/** What a client exports, as whoever knows only its document finds it. */
export interface Module {
  readonly operations: Readonly<Record<string, { readonly method: string; readonly path: string }>>;
  readonly [name: string]: unknown;
}

/** Folders of clients side by side, for compilers and for Node. */
export interface Place {
  put(name: string, outcome: GeneratedClient): void;
  /** What the compiler of this project says about one or all of them, under the flags that its own client is held to. */
  typeCheck(name?: string): string;
  /** What another compiler says: nothing where it cannot be had. */
  compile(compiler: Compiler, name?: string): Promise<string>;
  load(name: string): Promise<Module>;
}

/** Makes a folder fit for clients: with the project's packages and the flags of `test/compile`. */
export function place(folder: string): Place {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const options = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8")).compilerOptions;
  const { rootDirs: _, ...compilerOptions } = { ...options("tsconfig.json"), ...options("test/compile/tsconfig.json") };
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const configure = (name: string): void =>
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: [`${name}/*.ts`] }));
  return {
    put(name, { client }) {
      writeClient(join(folder, name), client, join(folder, "runtimes"));
    },
    typeCheck(name = "*") {
      configure(name);
      return typeCheck(folder);
    },
    compile: (compiler, name = "*") =>
      new Promise((resolve) => {
        const tsc = compilerOf(compiler);
        if (tsc === undefined) return resolve("");
        configure(name);
        execFile(process.execPath, [tsc, "-p", folder], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
          resolve(error ? `failed: ${stdout}${stderr}` : stdout),
        );
      }),
    async load(name) {
      const outfile = join(folder, `${name}.mjs`);
      await build({ entryPoints: [join(folder, name, "index.ts")], bundle: true, format: "esm", outfile });
      return import(pathToFileURL(outfile).href);
    },
  };
}
