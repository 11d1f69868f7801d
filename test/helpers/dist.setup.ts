import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, isOutdated } from "../../generator/commands/build.ts";

const folder = join(import.meta.dirname, "../..");

/** Builds the package that tests import, before all tests, if `npm ci` did not build it or it is out of date. */
export default function setup(): void {
  if (existsSync(join(folder, "dist")) && !isOutdated({ folder })) return;
  const result = build({ folder });
  if (result !== "dist/") throw new Error(result);
}
