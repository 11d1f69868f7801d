import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type LockedPackage, lostPackages } from "./tools.ts";

const elsewhere = process.platform === "darwin" ? "linux" : "darwin";

test.each<{ name: string; given: LockedPackage; want: boolean }>([
  { name: "an optional package for every machine", given: { optional: true }, want: true },
  { name: "one for this system", given: { optional: true, os: [elsewhere, process.platform] }, want: true },
  { name: "one for this system, which is no list", given: { optional: true, os: process.platform }, want: true },
  { name: "one for another system", given: { optional: true, os: [elsewhere] }, want: false },
  { name: "one for all systems but this one", given: { optional: true, os: [`!${process.platform}`] }, want: false },
  { name: "one for all systems but another", given: { optional: true, os: [`!${elsewhere}`] }, want: true },
  { name: "one for this processor", given: { optional: true, cpu: [process.arch] }, want: true },
  { name: "one for another processor", given: { optional: true, cpu: "none" }, want: false },
  { name: "one for every C library", given: { optional: true, libc: [] }, want: true },
  { name: "one for another C library", given: { optional: true, libc: ["none"] }, want: false },
  { name: "a package that is not optional, which npm itself answers for", given: {}, want: false },
])("$name that is not installed is lost: $want", ({ given, want }) => {
  expect(lostPackages({ "node_modules/a": given }, () => false)).toEqual(want ? ["node_modules/a"] : []);
  expect(lostPackages({ "node_modules/a": given }, () => true)).toEqual([]);
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
