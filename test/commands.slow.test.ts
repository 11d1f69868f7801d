import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readme } from "./helpers/readme.ts";

const root = join(import.meta.dirname, "..");
const run = promisify(execFile);

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

test("every script and every test that the README names is there", () => {
  const names = [...readme.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name = ""]) => name);
  const tests = [...readme.matchAll(/npx vitest run (\S+?)[` ]/g)].map(([, path = ""]) => path);
  expect([names.length > 20, names.filter((name) => !Object.hasOwn(scripts, name))]).toEqual([true, []]);
  expect([tests.length > 5, tests.filter((path) => !existsSync(join(root, path)))]).toEqual([true, []]);
});

// Those that take long, cut short. All others are run by `.ci/run` or by tests of their own.
test.each([
  {
    script: "test:fuzz",
    args: ["3", "5"],
    want: /^5 documents .* 0 defects\n(?: .*\n)*1 damaged .* 0 defects$/m,
  },
  {
    script: "test:wide",
    args: ["3.1/json/train-travel.json"],
    want: /^3\.1\/json\/train-travel\.json: (\d+) of \1 operations called, 0 problems$/m,
  },
  {
    script: "figures",
    args: ["bundle"],
    want: /^\| a bundle with one operation, .* \| \d{4} \| at most 4900 \| `npm run bench -- bundle --full` \|$/m,
  },
  { script: "format", args: ["--help"], want: /--write/ },
])("npm run $script", { timeout: 300_000 }, async ({ script, args, want }) => {
  const { stdout } = await run("npm", ["run", "-s", script, "--", ...args], { cwd: root });
  expect(stdout).toMatch(want);
});

test("npm run test:mutation takes the names of areas", async () => {
  const failed = await run("npm", ["run", "-s", "test:mutation", "--", "nothing"], { cwd: root }).catch(
    (error) => error,
  );
  expect(failed.stderr).toContain("there is no area nothing, only gate, escaping, oracle, puller, writer");
});
