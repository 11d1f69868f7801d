import { spawnSync } from "node:child_process";
import { changedAt } from "../write.ts";

/**
 * Whether the package in `dist/`, which is what other projects import, is older than the client that it is built from.
 * Where none was ever built, nobody waits for one.
 */
export function isOutdated(): boolean {
  const built = changedAt("dist");
  return built !== undefined && Number(changedAt("generated")) > built;
}

/** Builds it, and says what came of it. A client that does not compile stays: so people can see why. */
export function build(): string {
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"]);
  return status === 0 ? "dist/" : "dist/ could not be built: `npm run build` says why";
}
