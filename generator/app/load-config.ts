import { type Config, defaults } from "../config/config.ts";
import { readConfig } from "../config/read-config.ts";
import type { Json } from "../document/json.ts";
import { loadDocument } from "../download/load.ts";
import { type ErrorCode, GeneratorError } from "../util/errors.ts";
import type { Host } from "./host.ts";

/** Loads the config from a file, or the defaults. The defaults are validated as well, because they may be edited. */
export async function loadConfig(path: string | undefined, host: Pick<Host, "folder">): Promise<Config> {
  readConfig(JSON.parse(JSON.stringify(defaults)), "generator/config/config.ts");
  return path === undefined
    ? defaults
    : readConfig(
        await loadUserFile(path, host, { name: "config", code: "CONFIG_INVALID", remedy: "Correct the config" }),
        path,
      );
}

/** Loads a file of the user. Its errors name the file instead of the API's document. */
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
