import { spawn } from "node:child_process";
import { appendFileSync, copyFileSync, cpSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { apart, launched, type Project, packages, snapshot, upstream } from "../helpers/project.ts";

const unchanged = "nothing has changed since the last run";

/** A project in which the last run, in a process of its own, has found nothing to do. */
async function settled() {
  const made = launched(apart());
  expect((await made.generate("--offline")).stdout).toBe("no change\n");
  return made;
}

/** A package of the project as npm leaves it behind that has installed another version of it. */
const reinstalled = ({ folder }: Project, name: string): void => {
  const own = join(folder, "node_modules", name);
  const from = realpathSync(own);
  rmSync(own);
  cpSync(from, own, { recursive: true });
};

/** What each row changes makes another generator of it: the launcher knows them apart. */
describe("nothing stale is hidden by", () => {
  test.each<{ what: string; change: (project: Project) => unknown }>([
    {
      what: "an edit of generator/emit/files/enums.ts",
      change: ({ folder }) => appendFileSync(join(folder, "generator/emit/files/enums.ts"), "\n"),
    },
    {
      what: "another generator",
      change: ({ folder }) => {
        const file = join(folder, "generator/emit/files/enums.ts");
        writeFileSync(file, readFileSync(file, "utf8").replace("Found at", "Seen at"));
      },
    },
    { what: "another version of ts-morph", change: (project) => reinstalled(project, "ts-morph") },
    { what: "another version of openapi-typescript", change: (project) => reinstalled(project, "openapi-typescript") },
    {
      what: "an install",
      change: ({ folder }) => {
        rmSync(join(folder, "node_modules/.package-lock.json"));
        copyFileSync(join(packages, ".package-lock.json"), join(folder, "node_modules/.package-lock.json"));
      },
    },
  ])("$what", async ({ change }) => {
    const { generate, cache, ...project } = await settled();
    change({ generate, ...project });
    const given = ["--check", "--offline"];
    const { code, stdout, stderr } = await generate(...given);
    expect(stderr).not.toContain(unchanged);
    rmSync(join(cache, "account-client-runs"), { recursive: true, force: true });
    expect(await generate(...given)).toMatchObject({ code, stdout });
  });

  test("a run that was killed while it wrote", async () => {
    const { folder, generate, files } = await settled();
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
});
