const { readdirSync, statSync } = process.getBuiltinModule("node:fs");

/** The files below a folder. Asked to go down by itself, Node takes four times as long. */
const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? filesBelow(`${folder}${each.name}/`) : `${folder}${each.name}`,
  );

/** What changes with the installed packages: what is asked for, what npm says that it did, and those that print. */
const installed = [
  "package-lock.json",
  "node_modules/.package-lock.json",
  "node_modules/openapi-typescript/package.json",
  "node_modules/ts-morph/package.json",
];

/**
 * Identifies the state of the generator in a folder and of its packages: any edit and any install gives another.
 *
 * @param home the folder with `generator/` and `node_modules/` in it, with a slash at its end.
 */
export function stateOf(home) {
  const sources = filesBelow(`${home}generator/`).filter((name) => /\.(?:ts|mjs)$/.test(name));
  const stats = [...sources, ...installed.map((name) => home + name)].map((name) =>
    statSync(name, { throwIfNoEntry: false }),
  );
  const sum = (key) => stats.reduce((total, stat) => total + (stat?.[key] ?? 0), 0);
  return `${sources.length}-${sum("size")}-${sum("ctimeMs")}`;
}
