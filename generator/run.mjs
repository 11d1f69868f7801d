// Starts the generator. Its sources are bundled into one file first, which is kept beside the installed packages under
// the hash of what it was made from: nothing is stale, and deleting it is always safe. Loading seventy files one by one,
// through a loader or Node's own type stripping, takes ten times as long.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const sources = readdirSync(folder, { recursive: true })
  .filter((name) => /\.(?:ts|mjs)$/.test(name))
  .sort();
const hash = createHash("sha256");
for (const name of sources) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));

const cache = join(folder, "../node_modules/.cache/account-client");
const bundle = join(cache, hash.digest("hex").slice(0, 16));
const entry = join(bundle, "main.js");

/** Bundles of other states of the sources are kept for a day: another checkout may use them. */
const day = 24 * 60 * 60 * 1000;

/** Bundles the sources; what is loaded on demand stays in files of its own. Written beside its place, then renamed. */
async function build() {
  const [{ build }, { mkdirSync, renameSync, rmSync, statSync, writeFileSync }] = await Promise.all([
    import("esbuild"),
    import("node:fs"),
  ]);
  const beside = `${bundle}.${process.pid}`;
  await build({
    entryPoints: [join(folder, "main.ts")],
    outdir: beside,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    // Who looks for neighbours on disk finds those of the sources, wherever the bundle is.
    define: { "import.meta.dirname": "process.env.GENERATOR_COMMANDS" },
  });
  writeFileSync(join(beside, "package.json"), '{ "type": "module" }');
  mkdirSync(cache, { recursive: true });
  const outdated = readdirSync(cache).filter((name) => Date.now() - statSync(join(cache, name)).mtimeMs > day);
  for (const name of outdated) rmSync(join(cache, name), { recursive: true, force: true });
  renameSync(beside, bundle);
}

process.env.GENERATOR_COMMANDS = join(folder, "commands");
if (!existsSync(entry)) await build().catch(() => {});
if (existsSync(entry)) {
  nodeModule.enableCompileCache?.(join(bundle, "compiled"));
  await import(pathToFileURL(entry).href);
} else {
  // Where nothing can be written, as in a read-only image, the sources themselves are run.
  if (!process.features.typescript) (await import("tsx/esm/api")).register();
  await import("./main.ts");
}
