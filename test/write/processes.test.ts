import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { journalName } from "../../generator/write/journal.ts";
import { recover, stale, unfinished, write } from "../../generator/write.ts";
import { contents, filesOf, folderWith, place, sameFiles, settled, wanted } from "./sets.ts";

const folder = mkdtempSync(join(tmpdir(), "writer-child-"));
const script = join(folder, "child.mjs");
beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, "child.ts")],
    outfile: script,
    bundle: true,
    format: "esm",
    platform: "node",
  }),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });

/** What ended it: an exit code or a signal. */
const end = (child: ChildProcess): Promise<number | string | null> =>
  new Promise((resolve) => void child.once("exit", (code, signal) => resolve(code ?? signal)));

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => void child.stdout?.once("data", () => resolve()));

const before = filesOf("old", 30);
const after = filesOf("new", 30);

describe("a process that is killed while it replaces every file", () => {
  test("at any of 100 moments, leaves the old files or the new ones to the next run", async () => {
    const timed = folderWith(before, onTestFinished);
    const child = start("write", timed, "new", "30");
    await ready(child);
    const begin = performance.now();
    expect(await end(child)).toBe(0);
    const takes = performance.now() - begin;
    expect(contents(timed)).toEqual(after);

    const seen = { killed: 0, mixed: 0 };
    const one = async (moment: number): Promise<void> => {
      const root = folderWith(before, onTestFinished);
      const child = start("write", root, "new", "30");
      const ended = end(child);
      await ready(child);
      setTimeout(() => child.kill("SIGKILL"), moment * takes);
      if ((await ended) === "SIGKILL") seen.killed++;
      const left = settled(root);
      if (!sameFiles(left, before) && !sameFiles(left, after)) {
        seen.mixed++;
        expect([...unfinished(place(root), []), ...stale(place(root), wanted(root, after))]).toContain(journalName);
      }
      await recover(place(root), []);
      const healed = contents(root);
      expect(sameFiles(healed, before) || sameFiles(healed, after), `killed at ${moment}`).toBe(true);
      await write(place(root), () => wanted(root, after));
      expect(contents(root)).toEqual(after);
    };
    const moments = Array.from({ length: 100 }, Math.random);
    const worker = async (): Promise<void> => {
      for (let moment = moments.pop(); moment !== undefined; moment = moments.pop()) await one(moment);
    };
    await Promise.all([worker(), worker(), worker()]);
    expect(seen.killed).toBeGreaterThan(50);
  });
});

describe("processes that write at once", () => {
  test("leave the files of one of them", async () => {
    for (let round = 0; round < 5; round++) {
      const root = folderWith(before, onTestFinished);
      const words = ["new", "other", "third", "new"];
      expect(await Promise.all(words.map((word) => end(start("write", root, word, "30"))))).toEqual([0, 0, 0, 0]);
      const found = contents(root);
      expect(words.some((word) => sameFiles(found, filesOf(word, 30)))).toBe(true);
    }
  });

  test("have it one after the other, also when the one who has it is killed", async () => {
    const root = folderWith({}, onTestFinished);
    const all = Array.from({ length: 6 }, (_, index) => end(start("turns", root, "", String(index + 3))));
    // Each is killed in its last turn, and none has met another before that.
    expect(await Promise.all(all)).toEqual(all.map(() => "SIGKILL"));
    await recover(place(root), []);
    expect(contents(root)).toEqual({});
  });
});
