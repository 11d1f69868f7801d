import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apart, launched, snapshot, upstream } from "../helpers/project.ts";

test("nothing stale is hidden by a run that was killed while it wrote", async () => {
  const { folder, generate, files } = launched(apart());
  expect((await generate("--offline")).stdout).toBe("no change\n");
  writeFileSync(join(folder, "new.json"), upstream);
  const killed = await new Promise((resolve) => {
    const child = spawn(process.execPath, ["generator/run.mjs", "generate", "--source", "new.json"], { cwd: folder });
    child.stderr.on("data", (text) => String(text).includes("emit ") && child.kill("SIGKILL"));
    child.on("close", (_, signal) => resolve(signal));
  });
  // It may have been done before it was hit: then there is nothing to mend, which is as well.
  expect(["SIGKILL", null]).toContain(killed);
  expect((await generate("--source", "new.json")).code).toBe(0);
  const after = files();
  expect(after[snapshot]).toBe(upstream);
  rmSync(join(folder, "node_modules/.cache"), { recursive: true });
  expect((await generate("--source", "new.json")).stdout).toBe("no change\n");
  expect(files()).toEqual(after);
});
