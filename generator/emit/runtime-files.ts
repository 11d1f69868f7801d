/** An import of a runtime file, from a printed file or from another runtime file. */
const runtimeImport = /(?:from|import) "\.\/(?:runtime\/)?([a-z-]+)\.js"/g;

/** Returns the runtime files that printed files import, directly or through each other, by name. */
export function usedRuntimeFiles(
  printed: Iterable<string>,
  templates: ReadonlyMap<string, string>,
): Map<string, string> {
  const used = new Map<string, string>();
  const addImportsOf = (text: string): void => {
    for (const [, name] of text.matchAll(runtimeImport)) {
      const path = `${name}.ts`;
      const template = templates.get(path);
      if (template === undefined || used.has(path)) continue;
      used.set(path, template);
      addImportsOf(template);
    }
  };
  for (const text of printed) addImportsOf(text);
  return new Map([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
}
