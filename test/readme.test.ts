import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { configKeys, readConfig } from "../generator/config/read-config.ts";
import { project, snapshot } from "./helpers/project.ts";
import { blocks, readme } from "./helpers/readme.ts";
import { serve } from "./helpers/server.ts";
import { typeCheck } from "./helpers/typescript.ts";

const root = join(import.meta.dirname, "..");
const run = promisify(execFile);

/** Those of clients that a reader makes first have a test of their own. */
const examples = blocks("ts").filter((code) => !code.includes('from "./'));

/** A folder inside the project, so that its examples find the package by its own name. */
function place(): string {
  const folder = mkdtempSync(join(root, "test/.readme-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("every example compiles", () => {
  const folder = place();
  for (const [index, code] of examples.entries()) writeFileSync(join(folder, `${index}.ts`), `${code}\nexport {};\n`);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: "../../tsconfig.json", include: ["*.ts"] }));
  expect([examples.length > 5, typeCheck(folder)]).toEqual([true, ""]);
});

test("every code of an error is told by its beginning", () => {
  const [errors = ""] = readFileSync(join(root, "generator/util/errors.ts"), "utf8").split("class GeneratorError");
  const codes = errors.match(/(?<=\| ")[A-Z_]+/g) ?? [];
  const [, chapter = ""] = readme.split(/^### (?:When a run fails|What a change means)$/m);
  const told = [...chapter.matchAll(/`([A-Z]+_?)…?`/g)].map(([, code = ""]) => code);
  const untold = codes.filter((code) => !told.some((each) => code.startsWith(each)));
  expect([codes.length > 40, untold]).toEqual([true, []]);
});

test("the example of an ignore list is one", () => {
  const [json = ""] = blocks("json");
  expect(readConfig(JSON.parse(json), "README.md").drift?.ignore).toHaveLength(2);
});

test("the example of an overlay makes status_message nullable, and nothing else", async () => {
  const [overlay = "", config = ""] = ["overlay:", "overlays:"].map(
    (start) => new RegExp(`\`\`\`yaml\n(${start}.*?)\`\`\``, "s").exec(readme)?.[1],
  );
  const { folder, generate, files } = project();
  const { [snapshot]: before = "", "generated/types.ts": types = "" } = files();
  writeFileSync(join(folder, "spec/corrections.overlay.yaml"), overlay);
  writeFileSync(join(folder, "config.yaml"), config);
  expect(await generate("--offline", "--config", "config.yaml")).toMatchObject({
    code: 0,
    stdout: `wrote ${snapshot}, spec/api_v2.lock.json, generated/types.ts\n`,
  });
  const wanted = JSON.parse(before);
  wanted.components.schemas.Account.properties.status_message.type = ["object", "null"];
  expect(JSON.parse(files()[snapshot] ?? "")).toEqual(wanted);
  expect(files()["generated/types.ts"]).not.toBe(types);
});

test("the first example lists paused accounts with their labels and resumes one", async () => {
  const pages = [
    { items: [{ email: "a@x.test", status: 2 }], next_starting_after: "2026&a@x.test" },
    { items: [{ email: "b@x.test", status: 2 }] },
  ];
  const { url, seen } = await serve(({ method }, index) => ({
    body: method === "POST" ? { email: "a@x.test", status: 1 } : pages[index],
  }));
  const [example = ""] = examples;
  const folder = place();
  writeFileSync(join(folder, "paused.ts"), example.replace("apiKey:", `baseUrl: ${JSON.stringify(url)}, apiKey:`));
  const env = { ...process.env, INSTANTLY_API_KEY: "key-1" };
  const { stdout } = await run(process.execPath, ["--import", import.meta.resolve("tsx"), join(folder, "paused.ts")], {
    env,
  });
  expect(stdout).toBe("a@x.test Paused\nb@x.test Paused\na@x.test Active\n");
  expect(seen.map(({ method, url, headers }) => `${method} ${url} ${headers.authorization}`)).toEqual([
    "GET /api/v2/accounts?limit=100&status=2 Bearer key-1",
    "GET /api/v2/accounts?limit=100&status=2&starting_after=2026%26a%40x.test Bearer key-1",
    "POST /api/v2/accounts/a%40x.test/resume Bearer key-1",
  ]);
});

test("the example of the fake says what it says", async () => {
  const example = examples.find((code) => code.includes("fakeAccounts")) ?? "";
  const folder = place();
  writeFileSync(join(folder, "fake.ts"), example);
  const { stdout } = await run(process.execPath, ["--import", import.meta.resolve("tsx"), join(folder, "fake.ts")]);
  expect(stdout).toBe("404\ntrue\n[ 'getAccount', 'pauseAccounts' ]\n[ 'jon@doe.com' ]\n");
});

test("every place where something new goes is there", () => {
  const [, table = ""] = readme.split("Where something new goes");
  const [rows = ""] = table.split("\n\nTests mirror");
  const named = [...rows.matchAll(/`([\w./-]+(?:\.\w+|\/))`/g)].map(([, path = ""]) => path);
  const lost = named.filter((path) => !["generator", "."].some((folder) => existsSync(join(root, folder, path))));
  expect([named.length > 15, lost]).toEqual([true, []]);
});

test("every option in an example of a command is one that --help knows", async () => {
  const { stdout } = await project().generate("--help");
  const options = [...readme.matchAll(/npm run generate -- (.*)/g)].flatMap(
    ([, rest = ""]) => rest.match(/--[a-z-]+/g) ?? [],
  );
  expect(options.length).toBeGreaterThan(0);
  for (const option of options) expect(stdout).toContain(option);
});

test("every key of the config is told", () => {
  const table = readme.slice(readme.indexOf("### Config"), readme.indexOf("## How it works"));
  const keys = [...table.matchAll(/^\| (`\w+`(?:, `\w+`)*) +\|/gm)].flatMap(
    ([, cell = ""]) => cell.match(/\w+/g) ?? [],
  );
  expect(keys.sort()).toEqual([...configKeys].sort());
});
