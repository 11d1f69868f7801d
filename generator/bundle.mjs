// Bundles the sources of the generator into one file, and dynamic imports into files of their own.

import { isBuiltin } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Loads Node's own modules so that only the imported exports are evaluated, because some of them load further modules.
 * Calls of `require` get the module itself.
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
 * Bundles the part of openapi-typescript that prints types. Its loader is not used, so it is left out; and it prints with
 * the compiler of ts-morph, because loading a second one takes as long as everything else.
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

/** Bundles the sources in one folder into another folder. */
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
    // Loaded on use: the compiler, the YAML parser, and the support for proxies.
    external: ["ts-morph", "undici", "yaml"],
  });
