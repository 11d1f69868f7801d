import { readConfig } from "../config/read.ts";
import { type Config, defaults } from "../config.ts";
import { type ErrorCode, GeneratorError } from "../errors.ts";
import type { Host } from "../host.ts";
import { load } from "../load.ts";
import type { Json } from "../spec/json.ts";

/** The config in a file, or the defaults: those are edited, too, so they are held to the same. */
export async function loadConfig(path: string | undefined, host: Pick<Host, "folder">): Promise<Config> {
  readConfig(JSON.parse(JSON.stringify(defaults)), "generator/config.ts");
  return path === undefined
    ? defaults
    : readConfig(
        await loadOwn(path, host, { name: "config", code: "CONFIG_INVALID", remedy: "Correct the config" }),
        path,
      );
}

/** A file of the user's own. What is wrong with it is said of it, and not of the API's document. */
export async function loadOwn(
  path: string,
  { folder }: Pick<Host, "folder">,
  { name, code, remedy }: { readonly name: string; readonly code: ErrorCode; readonly remedy: string },
): Promise<Json> {
  const loaded = await load(path, { folder }).catch((error) => {
    if (!(error instanceof GeneratorError)) throw error;
    throw new GeneratorError(code, path, error.what.replace("the document", `the ${name}`), remedy);
  });
  return loaded.document;
}
