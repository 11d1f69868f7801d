import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compilerOf, compilers } from "../helpers/compilers.ts";
import { nodeOf } from "../helpers/nodes.ts";
import { serve } from "../helpers/server.ts";
import { toolPackages } from "../helpers/tools.ts";

const root = join(import.meta.dirname, "../..");
const exec = promisify(execFile);

/** Runs a program and gives all it said, whether it went well or not. */
const run = async (file: string, args: string[], cwd: string): Promise<string> => {
  const { stdout, stderr } = await exec(file, args, { cwd }).catch((error) => ({
    stdout: `failed\n${error.stdout}`,
    stderr: error.stderr,
  }));
  return stdout + stderr;
};

/** An empty project with nothing in it but the packed package. */
let consumer = "";
let tarball = "";

beforeAll(async () => {
  consumer = mkdtempSync(join(tmpdir(), "consumer-"));
  await exec("npm", ["pack", "--ignore-scripts", "--pack-destination", consumer], { cwd: root });
  tarball = join(consumer, readdirSync(consumer).find((name) => name.endsWith(".tgz")) ?? "");
  writeFileSync(join(consumer, "package.json"), '{ "name": "consumer", "type": "module", "private": true }');
  await exec("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", tarball], { cwd: consumer });
});

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

test("the package holds the built client and nothing else", async () => {
  const names = (await run("tar", ["-tzf", tarball], root)).trim().split("\n");
  expect(names).toEqual(
    expect.arrayContaining([
      "package/dist/index.js",
      "package/dist/index.d.ts",
      "package/dist/fake.js",
      "package/LICENSE",
      "package/README.md",
    ]),
  );
  expect(
    names.filter((name) => !/^package\/(dist\/|LICENSE$|README\.md$|CHANGELOG\.md$|package\.json$)/.test(name)),
  ).toEqual([]);
});

const checks = toolPackages("package");
const bin = (name: string) => join(String(checks), ".bin", name);

test.skipIf(!checks)("publint has nothing to say", async () => {
  expect(await run(bin("publint"), ["run", tarball, "--strict"], root)).toMatch(/All good!/);
});

test.skipIf(!checks)("the types are right for every way to import them", async () => {
  // The package is for ES modules alone; `require` is not among its promises.
  const said = await run(bin("attw"), [tarball, "--profile", "esm-only", "--no-color"], root);
  expect(said).not.toMatch(/^failed/);
  expect(said.match(/^(node16 \(from ESM\)|bundler): 🟢/gm)).toHaveLength(6);
});

const program = `
import { AccountStatus, createAccountClient, getAccount, labelAccountStatus, unwrap } from "instantly-account-client";
import { fakeAccounts } from "instantly-account-client/fake";
const client = createAccountClient({ apiKey: "k", baseUrl: process.argv[2] });
const account = await unwrap(getAccount(client, { path: { email: "jon@doe.com" } }));
const fake = fakeAccounts({ pauseAccount: { status: 200, data: account } });
console.log(labelAccountStatus(account.status), AccountStatus.Active, fake.calls.length);
`;

describe("the installed package runs", () => {
  test.for([
    { name: "in this Node", node: process.execPath },
    { name: "in Node 24", node: nodeOf(24) },
  ])("$name", async ({ node }, { skip }) => {
    if (node === undefined) return skip("Node 24 is not to be had");
    const { url, seen } = await serve(() => ({ body: { email: "jon@doe.com", status: 1 } }));
    writeFileSync(join(consumer, "program.js"), program);
    expect(await run(node, ["program.js", url], consumer)).toBe("Active 1 0\n");
    expect(seen[0]?.headers.authorization).toBe("Bearer k");
  });

  test.skipIf(!existsSync("/usr/bin/chromium"))("bundled in a page in Chromium", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { createAccountClient, getAccount, labelAccountStatus, listAccountItems } from "instantly-account-client";
          const client = createAccountClient({ apiKey: "k", baseUrl: location.origin, retry: { baseDelay: 1 } });
          const found = [];
          for await (const { email } of listAccountItems(client)) found.push(email);
          const one = await getAccount(client, { path: { email: "a/b" } });
          const moved = await getAccount(client, { path: { email: "moved" } }).catch((error) => error);
          document.body.textContent = [found.join(), labelAccountStatus(one.data.status), moved.name, moved.code].join(" | ");
        `,
        resolveDir: consumer,
      },
      bundle: true,
      format: "esm",
      write: false,
    });
    const script = outputFiles[0]?.text ?? "";
    const { url } = await serve(({ url: target }, index) => {
      if (target === "/")
        return {
          headers: { "content-type": "text/html" },
          body: `<!doctype html><body><script type="module">${script}</script>`,
        };
      if (target.startsWith("/api/v2/accounts?"))
        return index % 2
          ? {
              body: {
                items: [{ email: `e${target.length}` }],
                ...(target.includes("after") ? {} : { next_starting_after: "1" }),
              },
            }
          : { status: 503, headers: { "retry-after": "0" }, body: {} };
      if (target === "/api/v2/accounts/moved") return { status: 302, headers: { location: "/elsewhere" } };
      return { body: { email: "a", status: -1 } };
    });
    const profile = join(consumer, "profile");
    mkdirSync(profile);
    const flags = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--virtual-time-budget=10000",
    ];
    const page = await run("/usr/bin/chromium", [...flags, `--user-data-dir=${profile}`, "--dump-dom", url], consumer);
    expect(page).toMatch(/e\d+,e\d+ \| Connection Error \| TransportError \| REDIRECT_REFUSED/);
  });
});

describe("the installed package type-checks, its own declarations included", () => {
  const resolutions = { NodeNext: "NodeNext", ESNext: "Bundler" };

  beforeAll(() => {
    writeFileSync(join(consumer, "program.ts"), program.replace("process.argv[2]", '"http://x.test"'));
    for (const [module, moduleResolution] of Object.entries(resolutions)) {
      const compilerOptions = {
        target: "ES2022",
        lib: ["ES2022", "DOM", "DOM.Iterable"],
        module,
        moduleResolution,
        strict: true,
        noEmit: true,
        types: [],
        skipLibCheck: false,
        // The compiler's own declarations are most of the work, and not what is looked at.
        skipDefaultLibCheck: true,
      };
      writeFileSync(join(consumer, `${module}.json`), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
    }
  });

  test.for(compilers)("with TypeScript %s", async (line, { skip }) => {
    const tsc = compilerOf(line);
    if (tsc === undefined) return skip(`TypeScript ${line} could not be fetched`);
    const { version } = JSON.parse(readFileSync(join(dirname(tsc), "../package.json"), "utf8"));
    expect(version).toMatch(new RegExp(`^${line}\\.`));
    const check = (module: string) => run(process.execPath, [tsc, "-p", `${module}.json`], consumer);
    expect(await Promise.all(Object.keys(resolutions).map(check))).toEqual(["", ""]);
  });
});
