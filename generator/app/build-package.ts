import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { lastModifiedMs } from "../files/write-files.ts";
import type { Host } from "./host.ts";

/**
 * Whether the package in `dist/`, which other projects import, is older than the client. False if it was never built.
 */
export function isPackageOutdated({ folder }: Pick<Host, "folder">): boolean {
  const built = lastModifiedMs(resolve(folder, "dist"));
  return built !== undefined && Number(lastModifiedMs(resolve(folder, "generated"))) > built;
}

/** Builds the package and returns a description of the result. A client that does not compile is kept, to show why. */
export function buildPackage({ folder }: Pick<Host, "folder">): string {
  const argv = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"];
  const { status } = spawnSync(process.execPath, argv, { cwd: folder });
  return status === 0 ? "dist/" : "dist/ could not be built; `npm run build` prints the errors";
}
