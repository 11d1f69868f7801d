import { type Config, defaults } from "../config/config.ts";
import { readConfig } from "../config/read-config.ts";
import type { Json } from "../document/json.ts";
import { loadDocument } from "../download/load.ts";
import { type ErrorCode, GeneratorError } from "../util/errors.ts";
import type { Host } from "./host.ts";

/** The config in a file, or the defaults: those are edited, too, so they are held to the same. */
export async function loadConfig(path: string | undefined, host: Pick<Host, "folder">): Promise<Config> {
  readConfig(JSON.parse(JSON.stringify(defaults)), "generator/config/config.ts");
  return path === undefined
    ? defaults
    : readConfig(
        await loadUserFile(path, host, { name: "config", code: "CONFIG_INVALID", remedy: "Correct the config" }),
        path,
      );
}

/** A file of the user's own. What is wrong with it is said of it, and not of the API's document. */
export async function loadUserFile(
  path: string,
  { folder }: Pick<Host, "folder">,
  { name, code, remedy }: { readonly name: string; readonly code: ErrorCode; readonly remedy: string },
): Promise<Json> {
  const loaded = await loadDocument(path, { folder }).catch((error) => {
    if (!(error instanceof GeneratorError)) throw error;
    throw new GeneratorError(code, path, error.what.replace("the document", `the ${name}`), remedy);
  });
  return loaded.document;
}
