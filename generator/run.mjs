// Starts the generator. Its sources are bundled into one file first, which is kept beside the installed packages under
// a name that any edit changes: nothing is stale, and deleting it is always safe. Loading a hundred files one by one,
// through a loader or Node's own type stripping, takes ten times as long.

import { stateOf } from "./state.mjs";

// Asked for like this, Node's own modules do not have every export looked at, which takes ten milliseconds for these.
const { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { enableCompileCache } = process.getBuiltinModule("node:module");
const { join } = process.getBuiltinModule("node:path");
const { fileURLToPath, pathToFileURL } = process.getBuiltinModule("node:url");

const folder = fileURLToPath(new URL(".", import.meta.url));
const state = stateOf(fileURLToPath(new URL("../", import.meta.url)));
const cache = join(folder, "../node_modules/.cache/account-client");
const bundle = join(cache, state);
const entry = join(bundle, "main.js");

/** Bundles of other states of the sources are kept for a day: another checkout may use them. */
const day = 24 * 60 * 60 * 1000;

/** Written beside its place, then renamed. */
async function build() {
  const { bundle: write } = await import("./bundle.mjs");
  const beside = `${bundle}.${process.pid}`;
  try {
    await write(folder, beside);
    writeFileSync(join(beside, "package.json"), '{ "type": "module" }');
    const outdated = readdirSync(cache).filter((name) => Date.now() - statSync(join(cache, name)).mtimeMs > day);
    for (const name of outdated) rmSync(join(cache, name), { recursive: true, force: true });
    renameSync(beside, bundle);
  } finally {
    // Another run was quicker, or there is no room.
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Runs the command that this process was started for. */
async function run(module) {
  const { main } = await import(module);
  await main({ home: join(folder, ".."), state });
}

/** Runs the bundle, or, where there is none or it is damaged, the sources: in a read-only image nothing can be written. */
async function start() {
  if (!existsSync(entry)) await build().catch(() => {});
  if (existsSync(entry)) {
    enableCompileCache?.(join(bundle, "compiled"));
    // What goes wrong in a command is told by main.ts: what gets here could not be loaded.
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

// Compilers make much that is soon of no use. Left alone, Node takes half as much memory again, and is no faster for it.
// Said before anything is compiled: compiled code is kept for one way of saying it.
if (process.argv[2] === "generate")
  for (const flag of ["--semi-space-growth-factor=1", "--heap-growing-percent=40"])
    process.getBuiltinModule("node:v8").setFlagsFromString(flag);

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on("error", ({ code }) => process.exit(code === "EPIPE" ? 0 : 2));
await start().catch((error) => {
  process.exitCode = 2;
  process.stderr.write(`error[NOT_INSTALLED] at ${folder}: ${error.message} Run \`npm ci\` in the project.\n`);
  if (process.env.DEBUG) process.stderr.write(`${error.stack}\n`);
});
