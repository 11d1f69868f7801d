import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { lastModifiedMs } from "../files/write-files.ts";
import type { Host } from "./host.ts";

/**
 * Whether the package in `dist/`, which is what other projects import, is older than the client that it is built from.
 * Where none was ever built, nobody waits for one.
 */
export function isPackageOutdated({ folder }: Pick<Host, "folder">): boolean {
  const built = lastModifiedMs(resolve(folder, "dist"));
  return built !== undefined && Number(lastModifiedMs(resolve(folder, "generated"))) > built;
}

/** Builds it, and says what came of it. A client that does not compile stays: so people can see why. */
export function buildPackage({ folder }: Pick<Host, "folder">): string {
  const argv = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"];
  const { status } = spawnSync(process.execPath, argv, { cwd: folder });
  return status === 0 ? "dist/" : "dist/ could not be built: `npm run build` says why";
}
