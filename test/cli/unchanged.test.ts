import {
  appendFileSync,
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stateOf } from "../../generator/state.mjs";
import { apart, type Project, packages, snapshot, upstream } from "../helpers/project.ts";
import { runIn } from "../helpers/run.ts";

const unchanged = "unchanged since the last run";
const lock = "spec/api_v2.lock.json";

/** A project whose generator stays as it is. */
const fresh = () => apart("this generator");

/** The same, in which the last run has found nothing to do. */
async function settled() {
  const made = fresh();
  expect((await made.generate("--offline")).stdout).toBe("no change\n");
  return { ...made, runs: join(made.cache, "account-client-runs") };
}

describe("where unchanged since the last run", () => {
  test.each([
    { args: ["--offline"], says: "no change\n" },
    { args: ["--check", "--offline"], says: "up to date\n" },
    { args: ["--source", snapshot], says: "no change\n" },
    { args: ["--check", "--offline", "--source", snapshot], says: "up to date\n" },
  ])("generate $args emits nothing", async ({ args, says }) => {
    const { generate, files } = await settled();
    const before = files();
    const ran = await generate(...args);
    expect(ran).toMatchObject({ code: 0, stdout: says, stderr: expect.stringContaining(unchanged) });
    expect(ran.stderr).not.toMatch(/^(?:model|emit|write) /m);
    expect(files()).toEqual(before);
  });

  test("warnings are told again", async () => {
    const { folder, generate } = fresh();
    writeFileSync(join(folder, "config.json"), '{ "enumNames": { "Nothing": "Something" } }');
    const warned = async () => {
      const { stderr } = await generate("--offline", "--config", "config.json");
      return { warnings: stderr.match(/^warning.*$/gm), quick: stderr.includes(unchanged) };
    };
    const [first, second] = [await warned(), await warned()];
    expect(first).toEqual({ warnings: [expect.stringContaining("OVERRIDE_UNUSED")], quick: false });
    expect(second).toEqual({ ...first, quick: true });
  });

  test("each output folder has a last run of its own", async () => {
    const { generate } = await settled();
    expect((await generate("--offline", "--out", "other")).stdout).toMatch(/^wrote /);
    expect((await generate("--offline", "--out", "other")).stderr).toContain(unchanged);
    expect((await generate("--offline")).stderr).toContain(unchanged);
  });
});

const edit = (path: string) => ({
  what: `an edit of ${path}`,
  change: ({ folder }: Project) => appendFileSync(join(folder, path), "\n"),
});

/** What each row changes, a run has to look at: with what it remembers it says what it says without. */
describe("nothing stale is hidden by", () => {
  test.each<{ what: string; change: (project: Project & { cache: string }) => unknown; args?: string[] }>([
    edit("generated/types.ts"),
    edit("generated/runtime/call.ts"),
    edit("templates/call.ts"),
    edit(snapshot),
    edit(lock),
    { what: "a file that is gone", change: ({ folder }) => rmSync(join(folder, "generated/client.ts")) },
    { what: "a template that is gone", change: ({ folder }) => rmSync(join(folder, "templates/result.ts")) },
    {
      what: "a new template",
      change: ({ folder }) => writeFileSync(join(folder, "templates/more.ts"), "export {};\n"),
    },
    {
      what: "a file more in the list",
      change: ({ folder }) => {
        const file = join(folder, "generated/manifest.json");
        writeFileSync(file, readFileSync(file, "utf8").replace('"files": [', '"files": [\n    "old.ts",'));
        writeFileSync(join(folder, "generated/old.ts"), "");
      },
    },
    {
      what: "another config",
      change: ({ folder }) => writeFileSync(join(folder, "config.json"), '{ "docsUrl": "https://docs.test/{tag}" }'),
      args: ["--config", "config.json"],
    },
    { what: "a cache that is gone", change: ({ cache }) => rmSync(cache, { recursive: true }) },
    { what: "a record that is damaged", change: ({ cache }) => damage(cache, (text) => text.slice(0, -9)) },
    { what: "a link in the place of a file", change: ({ folder }) => linked(join(folder, "generated/client.ts")) },
  ])("$what", async ({ change, args = [] }) => {
    const project = await settled();
    change(project);
    const given = ["--check", "--offline", ...args];
    const { code, stdout, stderr } = await project.generate(...given);
    expect(stderr).not.toContain(unchanged);
    rmSync(project.runs, { recursive: true, force: true });
    expect(await project.generate(...given)).toMatchObject({ code, stdout });
  });

  test("another overlay", async () => {
    const { folder, generate } = fresh();
    const correct = (description: string): void =>
      writeFileSync(
        join(folder, "overlay.json"),
        JSON.stringify({
          overlay: "1.0.0",
          info: { title: "Corrections", version: "1" },
          actions: [{ target: "$.components.schemas.Account", update: { description } }],
        }),
      );
    writeFileSync(join(folder, "config.json"), '{ "overlays": ["overlay.json"] }');
    writeFileSync(join(folder, "new.json"), upstream);
    const run = () => generate("--source", "new.json", "--config", "config.json");
    correct("One.");
    expect((await run()).stdout).toMatch(/^wrote /);
    expect((await run()).stderr).toContain(unchanged);
    correct("Two.");
    expect((await generate("--check", "--offline", "--config", "config.json")).code).toBe(1);
    expect((await run()).stdout).toMatch(/^wrote /);
  });
});

/** What each row changes makes another generator of it: the launcher bundles it anew, and nothing is remembered of it. */
describe("another generator is", () => {
  test.each<{ what: string; change: (project: Project) => unknown }>([
    {
      what: "one with an edit of generator/emit/emit-enums.ts",
      change: ({ folder }) => appendFileSync(join(folder, "generator/emit/emit-enums.ts"), "\n"),
    },
    {
      what: "one with an edit that changes what it prints",
      change: ({ folder }) => {
        const file = join(folder, "generator/emit/emit-enums.ts");
        writeFileSync(file, readFileSync(file, "utf8").replace("Found at", "Seen at"));
      },
    },
    { what: "one with another version of ts-morph", change: (project) => reinstalled(project, "ts-morph") },
    {
      what: "one with another version of openapi-typescript",
      change: (project) => reinstalled(project, "openapi-typescript"),
    },
    {
      what: "one after an install",
      change: ({ folder }) => {
        rmSync(join(folder, "node_modules/.package-lock.json"));
        copyFileSync(join(packages, ".package-lock.json"), join(folder, "node_modules/.package-lock.json"));
      },
    },
  ])("$what", ({ change }) => {
    const project = fresh();
    const before = stateOf(`${project.folder}/`);
    expect(stateOf(`${project.folder}/`)).toBe(before);
    change(project);
    expect(stateOf(`${project.folder}/`)).not.toBe(before);
  });

  test("one that the last run was not made by", async () => {
    const { folder, generate } = await settled();
    expect((await generate("--check", "--offline")).stderr).toContain(unchanged);
    const installed = { folder, home: folder, state: "another generator" };
    expect((await runIn(installed, ["generate", "--check", "--offline"])).stderr).not.toContain(unchanged);
  });
});

/** A package of the project as npm leaves it behind that has installed another version of it. */
function reinstalled({ folder }: Project, name: string): void {
  const own = join(folder, "node_modules", name);
  const from = realpathSync(own);
  rmSync(own);
  cpSync(from, own, { recursive: true });
}

function damage(cache: string, change: (text: string) => string): void {
  const runs = join(cache, "account-client-runs");
  for (const name of readdirSync(runs)) writeFileSync(join(runs, name), change(readFileSync(join(runs, name), "utf8")));
}

function linked(file: string): void {
  cpSync(file, `${file}.mine`);
  rmSync(file);
  symlinkSync(`${file}.mine`, file);
}
