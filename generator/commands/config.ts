import { type Config, defaults, readConfig } from "../config.ts";
import { GeneratorError } from "../errors.ts";
import { load } from "../load.ts";

/** The config in a file, or the defaults. What is wrong with a file is said of the config, not of the document. */
export async function loadConfig(path: string | undefined): Promise<Config> {
  if (path === undefined) return defaults;
  const loaded = await load(path).catch((error) => {
    if (!(error instanceof GeneratorError)) throw error;
    const what = error.what.replace("the document", "the config");
    throw new GeneratorError("CONFIG_INVALID", path, what, "Correct the config");
  });
  return readConfig(loaded.document, path);
}
