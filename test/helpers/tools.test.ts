import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Shelf, toolPackages } from "./tools.ts";

/** A shelf with one tool, whose only package is a folder beside it: nothing is fetched. */
function shelf(integrity = true): Shelf & { readonly said: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "tools-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const put = (path: string, value: unknown): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(value));
  };
  put("tools/hammer/head/package.json", { name: "head", version: "1.0.0" });
  put("tools/hammer/package.json", { name: "hammer", dependencies: { head: "file:head" } });
  const packages = {
    "": { name: "hammer", dependencies: { head: "file:head" } },
    head: { version: "1.0.0" },
    "node_modules/head": { resolved: "head", link: true },
  };
  // A lock that does not go with its package.json is none that `npm ci` takes.
  put("tools/hammer/package-lock.json", { name: "hammer", lockfileVersion: 3, packages: integrity ? packages : {} });
  const said: string[] = [];
  return { tools: join(folder, "tools"), cache: join(folder, "cache"), say: (line) => said.push(line), said };
}

describe("a tool", () => {
  test("is installed when it is first asked for, and found from then on", () => {
    const made = shelf();
    const packages = toolPackages("hammer", made) ?? "";
    expect(JSON.parse(readFileSync(join(packages, "head/package.json"), "utf8"))).toMatchObject({ name: "head" });
    writeFileSync(join(packages, "mark"), "");
    expect(toolPackages("hammer", made)).toBe(packages);
    expect(existsSync(join(packages, "mark"))).toBe(true);
    expect([readdirSync(made.cache).length, made.said]).toEqual([1, []]);
  });

  test("is another one once its lock has changed", () => {
    const made = shelf();
    const before = toolPackages("hammer", made);
    const lock = join(made.tools, "hammer/package-lock.json");
    writeFileSync(lock, `${readFileSync(lock, "utf8")}\n`);
    expect(toolPackages("hammer", made)).not.toBe(before);
  });

  test("that cannot be fetched is said in one line, once, and leaves nothing behind", () => {
    const made = shelf(false);
    expect([toolPackages("hammer", made), toolPackages("hammer", made)]).toEqual([undefined, undefined]);
    expect(made.said).toEqual([
      expect.stringMatching(/^hammer could not be fetched \(.+\), so what needs it is skipped/),
    ]);
    expect(readdirSync(made.cache)).toEqual([]);
  });
});

/** Every folder of `test/tools/`, with what its lock has. */
const tools = join(import.meta.dirname, "../tools");
const names = readdirSync(tools, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(names.map(({ name }) => name))(
  "the lock of %s pins every package by its hash, and names no address",
  (name) => {
    const text = readFileSync(join(tools, name, "package-lock.json"), "utf8");
    const { packages } = JSON.parse(text) as { packages: Record<string, { integrity?: string; inBundle?: boolean }> };
    const loose = Object.entries(packages).filter(([path, { integrity, inBundle }]) => path && !integrity && !inBundle);
    expect([Object.keys(packages).length > 1, loose, text.match(/"resolved"|registry/g)]).toEqual([true, [], null]);
  },
);

test("what npm fetches for a tool is not in what git has", () => {
  const listed = execFileSync("git", ["ls-files", "test/tools"], { cwd: join(tools, "../.."), encoding: "utf8" });
  expect(listed).not.toContain("node_modules");
});
