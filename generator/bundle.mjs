// Bundles the sources of the generator into one file; what is loaded on demand stays in files of its own.

import { isBuiltin } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Node's own modules, asked for so that only those exports are looked at that somebody imports: some load another module
 * when they are. What calls `require` gets the module itself.
 */
const builtins = {
  name: "builtins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind }) => {
      if (!isBuiltin(path)) return undefined;
      return kind === "dynamic-import" ? { path, external: true } : { path, namespace: kind };
    });
    const module = (path) => `/* @__PURE__ */ process.getBuiltinModule(${JSON.stringify(path)})`;
    onLoad({ filter: /.*/, namespace: "require-call" }, ({ path }) => ({
      contents: `module.exports = ${module(path)};`,
    }));
    onLoad({ filter: /.*/, namespace: "import-statement" }, ({ path }) => {
      const names = Object.keys(process.getBuiltinModule(path));
      const exports = names.map((name) => `export const ${name} = /* @__PURE__ */ (() => ${module(path)}.${name})();`);
      return { contents: [`export default ${module(path)};`, ...exports].join("\n") };
    });
  },
};

/**
 * Of openapi-typescript only what prints types. Its loader is left out, which nothing here calls, and it prints with
 * the compiler that ts-morph brings: to load a second one takes as long as everything else.
 */
const lean = {
  name: "lean",
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^@redocly\/openapi-core$/ }, async ({ path, pluginData, ...from }) =>
      pluginData === lean ? undefined : { ...(await resolve(path, { ...from, pluginData: lean })), sideEffects: false },
    );
    onResolve({ filter: /^typescript$/ }, ({ path }) => ({ path, namespace: "compiler" }));
    onLoad({ filter: /.*/, namespace: "compiler" }, () => ({
      contents: 'export { ts as default } from "ts-morph";',
      resolveDir: import.meta.dirname,
    }));
  },
};

/** Puts the bundle of the sources in one folder into another. */
export const bundle = (from, to) =>
  build({
    entryPoints: [join(from, "main.ts")],
    outdir: to,
    bundle: true,
    logLevel: "silent",
    splitting: true,
    format: "esm",
    platform: "node",
    plugins: [builtins, lean],
    // The compiler, the parser for YAML and what knows proxies load themselves, when they are needed; the rest is bundled.
    external: ["ts-morph", "undici", "yaml"],
  });
