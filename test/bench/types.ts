import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

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

/** How many type instantiations TypeScript counts for a program: what a caller's compiler and editor have to do. */
function instantiations(program: string, skipLibCheck: boolean): number {
  const folder = mkdtempSync(join(tmpdir(), "types-"));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
    cpSync(join(root, "generated"), join(folder, "generated"), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "use.ts"), program);
    const compilerOptions = {
      target: "ES2022",
      lib: ["ES2022", "DOM", "DOM.Iterable"],
      module: "NodeNext",
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const output = execFileSync(process.execPath, [tsc, "-p", folder, "--extendedDiagnostics"], { encoding: "utf8" });
    return Number(/Instantiations:\s+(\d+)/.exec(output)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const typeCosts = () => ({
  package: instantiations(caller("./dist/index.js"), true),
  packageUnskipped: instantiations(caller("./dist/index.js"), false),
  sources: instantiations(caller("./generated/index.js"), true),
  bare: instantiations(bare, true),
});
