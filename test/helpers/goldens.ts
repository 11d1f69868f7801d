import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const all = join(import.meta.dirname, "../golden");

/** A small document with the files that become of it. */
export interface Golden {
  readonly name: string;
  readonly folder: string;
  /** The file of its document. That of the Account client is its own snapshot. */
  readonly document: string;
}

export const goldens: readonly Golden[] = readdirSync(all).map((name) => {
  const folder = join(all, name);
  const written = join(folder, "document.yaml");
  return { name, folder, document: existsSync(written) ? written : join(folder, "snapshot.json") };
});
