import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What lies in a folder that a run should not leave there. */
export const leftIn = (folder: string): string[] =>
  ["", "spec", "generated", "generated/runtime"]
    .flatMap((below) => readdirSync(join(folder, below)))
    .filter((name) => name.endsWith(".tmp"));
