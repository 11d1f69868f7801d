// Starts the generator. Its sources are bundled into one file first, because loading a hundred files through a loader or
// Node's type stripping takes ten times as long. The bundle is cached in node_modules under a name that every edit
// changes, so it is never stale and always safe to delete.

import { stateOf } from "./state.mjs";

// An import would inspect every export of these modules, which takes 10 ms.
const { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { enableCompileCache } = process.getBuiltinModule("node:module");
const { join } = process.getBuiltinModule("node:path");
const { fileURLToPath, pathToFileURL } = process.getBuiltinModule("node:url");

const folder = fileURLToPath(new URL(".", import.meta.url));
const state = stateOf(fileURLToPath(new URL("../", import.meta.url)));
const cache = join(folder, "../node_modules/.cache/account-client");
const bundle = join(cache, state);
const entry = join(bundle, "main.js");

/** Bundles of other states are kept for a day, because another checkout may use them. */
const day = 24 * 60 * 60 * 1000;

/** Builds the bundle beside its place, then renames it. */
async function build() {
  const { bundle: buildBundle } = await import("./bundle.mjs");
  const beside = `${bundle}.${process.pid}`;
  try {
    await buildBundle(folder, beside);
    writeFileSync(join(beside, "package.json"), '{ "type": "module" }');
    const outdated = readdirSync(cache).filter((name) => Date.now() - statSync(join(cache, name)).mtimeMs > day);
    for (const name of outdated) rmSync(join(cache, name), { recursive: true, force: true });
    renameSync(beside, bundle);
  } finally {
    // It still exists if another run was faster or the disk is full.
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Runs the command of this process. */
async function run(module) {
  const { main } = await import(module);
  await main({ home: join(folder, ".."), state });
}

/** Runs the bundle, or the sources if there is none or it is damaged: a read-only file system has no place for it. */
async function start() {
  if (!existsSync(entry)) await build().catch(() => {});
  if (existsSync(entry)) {
    enableCompileCache?.(join(bundle, "compiled"));
    // main.ts prints the errors of commands. Errors that get here come from loading the bundle.
    const damaged = await run(pathToFileURL(entry).href).then(
      () => false,
      () => true,
    );
    if (!damaged) return;
    rmSync(bundle, { recursive: true, force: true });
  }
  if (!process.features.typescript) (await import("tsx/esm/api")).register();
  await run("./main.ts");
}

// Compilers allocate many short-lived objects. With its default flags, Node uses half as much memory again without being
// faster. The flags are set before any code is compiled, because the compile cache depends on them.
if (process.argv[2] === "generate")
  for (const flag of ["--semi-space-growth-factor=1", "--heap-growing-percent=40"])
    process.getBuiltinModule("node:v8").setFlagsFromString(flag);

// A closed pipe, as after `| head`, is not a failure.
process.stdout.on("error", ({ code }) => process.exit(code === "EPIPE" ? 0 : 2));
await start().catch((error) => {
  process.exitCode = 2;
  process.stderr.write(`error[NOT_INSTALLED] at ${folder}: ${error.message} Run \`npm ci\` in the project.\n`);
  if (process.env.DEBUG) process.stderr.write(`${error.stack}\n`);
});
