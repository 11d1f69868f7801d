import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { changedAt } from "../../generator/write.ts";

const root = join(import.meta.dirname, "../..");

/** Builds the package that tests import, before all tests, where `npm ci` was told not to, or it is out of date. */
export default function setup(): void {
  const [built, generated] = ["dist", "generated"].map((folder) => changedAt(join(root, folder)));
  if (built !== undefined && built >= Number(generated)) return;
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], { cwd: root });
}
