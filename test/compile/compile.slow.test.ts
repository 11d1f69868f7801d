import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { compilerOf } from "../helpers/compilers.ts";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

describe("the generated client and the goldens compile under the project's strict flags", () => {
  test.for(["6.0", "7.0"] as const)("with TypeScript %s", async (line, { skip }) => {
    const tsc = compilerOf(line);
    if (tsc === undefined) return skip(`TypeScript ${line} could not be fetched`);
    expect((await run(process.execPath, [tsc, "--version"])).stdout).toContain(`Version ${line}.`);
    const { stdout } = await run(process.execPath, [tsc, "-p", "test/compile"], { cwd: root }).catch((error) => error);
    expect(stdout).toBe("");
  });
});
