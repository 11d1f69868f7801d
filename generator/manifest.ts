import { asArray, parseObject, printJson } from "./spec/json.ts";

/** The list of a client's files, which stands among them: the files that a later run may take away. */
export const manifestName = "manifest.json";

/** A client's files with their list. */
export function withManifest(files: ReadonlyMap<string, string>): Map<string, string> {
  const names = [...files.keys(), manifestName].sort();
  return new Map([...files, [manifestName, printJson({ files: names })]]);
}

/** The files that the list of the client before names and the new client does not have. */
export function obsolete(manifest: string | undefined, client: ReadonlyMap<string, string>): string[] {
  return asArray(parseObject(manifest).files).filter(
    (path): path is string => typeof path === "string" && ours.test(path) && !client.has(path),
  );
}

/** What a path of ours looks like. A list that someone has tampered with takes nothing else away. */
const ours = /^(runtime\/)?[\w-]+\.(ts|json|md)$/;
