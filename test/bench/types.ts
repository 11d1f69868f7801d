import { basename, join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");

/** A caller that uses three operations, by what it imports the client from. */
const caller = (client: string) => `
import { createAccountClient, getAccount, listAccount, patchAccount } from ${JSON.stringify(client)};
const client = createAccountClient({ apiKey: "k" });
const one = await getAccount(client, { path: { email: "a" } });
if (one.ok) console.log(one.data.status);
else if (one.status === 404) console.log(one.error.message);
const page = await listAccount(client, { query: { limit: 10 } });
if (page.ok) console.log(page.data.items.length);
const changed = await patchAccount(client, { path: { email: "a" }, body: { first_name: "J" } });
console.log(changed.data?.email);
`;

const bare = `
import createClient from "openapi-fetch";
import type { paths } from "./generated/types.js";
const client = createClient<paths>({ baseUrl: "https://api.instantly.ai" });
const one = await client.GET("/api/v2/accounts/{email}", { params: { path: { email: "a" } } });
console.log(one.data?.status);
const page = await client.GET("/api/v2/accounts", { params: { query: { limit: 10 } } });
console.log(page.data?.items.length);
const changed = await client.PATCH("/api/v2/accounts/{email}", { params: { path: { email: "a" } }, body: { first_name: "J" } });
console.log(changed.data?.email);
`;

/** The libraries, parsed once for all programs. */
const parsed = new Map<string, ts.SourceFile>();

/** How many type instantiations TypeScript counts for a program: what a caller's compiler and editor have to do. */
function instantiations(program: string, skipLibCheck: boolean): number {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.NodeNext,
    strict: true,
    noEmit: true,
    types: [],
    skipLibCheck,
  };
  const use = join(root, "use.ts"); // Only in memory; from there the paths of its imports are right.
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === use || fileExists(name);
  host.readFile = (name) => (name === use ? program : readFile(name));
  host.getSourceFile = (name, settings, ...rest) => {
    if (name === use) return ts.createSourceFile(name, program, settings);
    if (!basename(name).startsWith("lib.")) return getSourceFile(name, settings, ...rest);
    const known = parsed.get(name) ?? getSourceFile(name, settings, ...rest);
    if (known) parsed.set(name, known);
    return known;
  };
  const made = ts.createProgram([use], options, host);
  const [problem] = ts.getPreEmitDiagnostics(made);
  if (problem)
    throw new Error(`The caller does not compile: ${ts.flattenDiagnosticMessageText(problem.messageText, " ")}`);
  return made.getInstantiationCount();
}

export const typeCosts = () => ({
  package: instantiations(caller("./dist/index.js"), true),
  packageUnskipped: instantiations(caller("./dist/index.js"), false),
  sources: instantiations(caller("./generated/index.js"), true),
  bare: instantiations(bare, true),
});
