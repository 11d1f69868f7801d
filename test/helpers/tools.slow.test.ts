import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Shelf, toolFile, toolPackages } from "./tools.ts";

type Packages = Record<string, Record<string, unknown>>;

interface Given {
  /** What a lock has besides the one package that can be installed. Without a lock of its own, `npm ci` refuses. */
  readonly optional?: Packages;
  readonly locked?: boolean;
  readonly notes?: string | undefined;
}

/** An archive that is not there: a registry that does not answer, without the wait. */
const unreachable = { version: "1.0.0", resolved: "file:gone.tgz", integrity: "sha512-AAAA", optional: true };

const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "tools-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A shelf with one tool, whose only package is a folder beside it: nothing is fetched. */
function shelf({ optional = {}, locked = true, notes }: Given = {}): Shelf & { readonly said: string[] } {
  const folder = temporary();
  const put = (path: string, value: unknown): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(value));
  };
  const optionalDependencies = Object.fromEntries(
    Object.entries(optional).map(([path, { resolved }]) => [
      path.slice("node_modules/".length),
      resolved === "head" ? "file:head" : resolved,
    ]),
  );
  const own = { name: "hammer", dependencies: { head: "file:head" }, optionalDependencies };
  const packages = { "": own, head: { version: "1.0.0" }, "node_modules/head": { resolved: "head", link: true } };
  put("tools/hammer/head/package.json", { name: "head", version: "1.0.0" });
  put("tools/hammer/package.json", own);
  const lock = { name: "hammer", lockfileVersion: 3, packages: locked ? { ...packages, ...optional } : {} };
  put("tools/hammer/package-lock.json", lock);
  const said: string[] = [];
  return { tools: join(folder, "tools"), cache: join(folder, "cache"), notes, say: (line) => said.push(line), said };
}

describe("a tool", () => {
  test("is installed on first use, and found from then on", () => {
    const made = shelf();
    const packages = toolPackages("hammer", made) ?? "";
    expect(JSON.parse(readFileSync(join(packages, "head/package.json"), "utf8"))).toMatchObject({ name: "head" });
    const { mtimeMs } = statSync(made.cache);
    expect(toolPackages("hammer", made)).toBe(packages);
    // A second installation would have lain in the cache for a while.
    expect(statSync(made.cache).mtimeMs).toBe(mtimeMs);
    expect([readdirSync(made.cache).length, made.said]).toEqual([1, []]);
  });

  test("is another one once its lock has changed", () => {
    const made = shelf();
    const before = toolPackages("hammer", made);
    const lock = join(made.tools, "hammer/package-lock.json");
    writeFileSync(lock, `${readFileSync(lock, "utf8")}\n`);
    expect(toolPackages("hammer", made)).not.toBe(before);
  });

  test.each<{ name: string; given: Given; want: RegExp }>([
    {
      name: "a lock that npm refuses",
      given: { locked: false },
      want: /^hammer could not be fetched \(npm error code /,
    },
    {
      name: "an optional package that npm leaves out",
      given: { optional: { "node_modules/handle": unreachable } },
      want: /^hammer could not be fetched \(node_modules\/handle is missing\)/,
    },
  ])("is installed whole or not at all, and reported in one line: $name", ({ given, want }) => {
    const made = shelf(given);
    expect([toolPackages("hammer", made), toolPackages("hammer", made)]).toEqual([undefined, undefined]);
    expect(made.said).toEqual([expect.stringMatching(want)]);
    expect(readdirSync(made.cache)).toEqual([]);
  });

  test("is installed without an optional package for another machine", () => {
    const made = shelf({ optional: { "node_modules/handle": { ...unreachable, cpu: ["none"] } } });
    expect([toolPackages("hammer", made), made.said]).toEqual([expect.any(String), []]);
  });

  test("is reported with npm's reason, even if npm is told to be silent", () => {
    vi.stubEnv("npm_config_loglevel", "silent");
    onTestFinished(() => void vi.unstubAllEnvs());
    const made = shelf({ locked: false });
    toolPackages("hammer", made);
    expect(made.said).toEqual([expect.stringMatching(/\(npm error code E\w+\), so what needs it is skipped/)]);
  });

  test("keeps its optional packages if npm is told to omit such", () => {
    vi.stubEnv("npm_config_omit", "optional");
    onTestFinished(() => void vi.unstubAllEnvs());
    const made = shelf({ optional: { "node_modules/handle": { resolved: "head", link: true, optional: true } } });
    expect([toolFile("hammer", "handle/package.json", made), made.said]).toEqual([expect.any(String), []]);
  });

  test("that another worker of the run found missing is neither tried nor reported again", () => {
    const notes = temporary();
    const first = shelf({ locked: false, notes });
    toolPackages("hammer", first);
    const second = { ...first, cache: `${first.cache}-2`, said: [] as string[] };
    const said = (line: string) => second.said.push(line);
    expect(toolPackages("hammer", { ...second, say: said })).toBe(undefined);
    expect([first.said.length, second.said, existsSync(second.cache)]).toEqual([1, [], false]);
  });

  test("without a file for this machine is reported once", () => {
    const made = shelf();
    expect(toolFile("hammer", "head/package.json", made)).toMatch(/head\/package\.json$/);
    expect([toolFile("hammer", "head/nail", made), toolFile("hammer", "head/nail", made)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(made.said).toEqual([
      `hammer has no head/nail for ${process.platform}-${process.arch}, so what needs it is skipped. test/tools/hammer says what it is.`,
    ]);
  });

  test("that another process installs meanwhile is taken from there, and is not changed any more", () => {
    const made = shelf();
    const { tools, cache } = made;
    const bin = temporary();
    const other = `
      import { toolPackages } from ${JSON.stringify(join(import.meta.dirname, "tools.ts"))};
      toolPackages("hammer", { ...${JSON.stringify({ tools, cache })}, say: console.error });`;
    writeFileSync(join(bin, "other.mjs"), other);
    // Stands for npm: the other process comes while the first one is at work, and is the quicker one.
    writeFileSync(
      join(bin, "npm"),
      `#!/bin/sh
      set -e
      mkdir -p node_modules
      test -n "$INSIDE" && touch node_modules/quick && exit
      (cd "${join(import.meta.dirname, "../..")}" && INSIDE=1 "${process.execPath}" --import tsx "${join(bin, "other.mjs")}")
      touch node_modules/late`,
      { mode: 0o755 },
    );
    vi.stubEnv("PATH", `${bin}:${process.env.PATH}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const packages = toolPackages("hammer", made) ?? "";
    expect([readdirSync(packages), readdirSync(cache).length, made.said]).toEqual([["quick"], 1, []]);
  });
});
