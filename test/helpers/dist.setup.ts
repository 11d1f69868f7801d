import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildPackage, isPackageOutdated } from "../../generator/app/build-package.ts";

const folder = join(import.meta.dirname, "../..");

/** Builds the package that tests import, before all tests, if `npm ci` did not build it or it is out of date. */
export default function setup(): void {
  if (existsSync(join(folder, "dist")) && !isPackageOutdated({ folder })) return;
  const result = buildPackage({ folder });
  if (result !== "dist/") throw new Error(result);
}
