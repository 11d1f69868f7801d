import { isArray, parseObject, printJson } from "./spec/json.ts";

/** The list of a client's files, which stands among them: the files that a later run may take away. */
export const manifestName = "manifest.json";

/** A client's files with their list. */
export function withManifest(files: ReadonlyMap<string, string>): Map<string, string> {
  const names = [...files.keys(), manifestName].sort();
  return new Map([...files, [manifestName, printJson({ files: names })]]);
}

/** The files that a list names, the list among them: those that an earlier run has made. None where it is no list. */
export function listed(manifest: string | undefined): string[] {
  const { files } = parseObject(manifest);
  if (!isArray(files)) return [];
  return [...files.filter((path): path is string => typeof path === "string" && isOurs(path)), manifestName];
}

/** What a path of ours looks like, below the output folder. A list that someone has tampered with names nothing else. */
export const isOurs = (path: string): boolean => /^(runtime\/)?[\w-]+\.(ts|json|md)$/.test(path);
