const imported = /(?:from|import) "\.\/(?:runtime\/)?([a-z]+)\.js"/g;

/** The files of the runtime that printed files import, with those that these import themselves. */
export function runtimeOf(printed: Iterable<string>, templates: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  const follow = (text: string): void => {
    for (const [, name] of text.matchAll(imported)) {
      const path = `${name}.ts`;
      const template = templates.get(path);
      if (template === undefined || found.has(path)) continue;
      found.set(path, template);
      follow(template);
    }
  };
  for (const text of printed) follow(text);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
