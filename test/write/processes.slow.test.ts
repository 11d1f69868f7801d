import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { journalName } from "../../generator/files/journal.ts";
import { findInterruptedRun, recoverInterruptedRun, writeFiles } from "../../generator/files/write-files.ts";
import { faulty } from "./faults.ts";
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

/** Does some work for each item, a few at a time: most of the work is waiting for other processes. */
async function forEach<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: 4 }, lane));
}

describe("a process that is killed while it replaces every file", () => {
  /** What a run that was killed has left is told, and put in order by the next. Gives whether files were mixed. */
  async function heals(root: string, when: string): Promise<boolean> {
    const left = settled(root);
    const mixed = !sameFiles(left, before) && !sameFiles(left, after);
    if (mixed) expect(findInterruptedRun(place(root), [])).toEqual([journalName]);
    const { disk } = faulty(() => {});
    await recoverInterruptedRun(place(root, { disk }), []);
    const healed = contents(root);
    expect(sameFiles(healed, before) || sameFiles(healed, after), when).toBe(true);
    await writeFiles(place(root, { disk }), () => wanted(root, after));
    expect(contents(root)).toEqual(after);
    return mixed;
  }

  test("at any of 50 moments, leaves the old files or the new ones to the next run", async () => {
    // How long a run takes depends on what else the machine does; one that ends by itself says it was less.
    let takes = 100;
    await forEach(Array(50).keys(), async () => {
      for (let killed = false; !killed; ) {
        const root = folderWith(before, onTestFinished);
        const child = start("write", root, "new", "30");
        const ended = end(child);
        await ready(child);
        const moment = Math.random() * takes;
        setTimeout(() => child.kill("SIGKILL"), moment);
        killed = (await ended) === "SIGKILL";
        if (!killed) takes *= 0.9;
        await heals(root, `killed after ${moment} ms`);
      }
    });
  });

  test("at any of 50 calls, leaves the old files or the new ones to the next run", async () => {
    const counted = folderWith(before, onTestFinished);
    const { disk, calls } = faulty(() => {});
    await writeFiles(place(counted, { disk }), () => wanted(counted, after));
    let mixed = 0;
    const step = calls() / 50;
    const chosen: number[] = [];
    for (let call = Math.ceil(Math.random() * step); call <= calls() - 10; call += Math.floor(step)) chosen.push(call);
    await forEach(chosen, async (call) => {
      const root = folderWith(before, onTestFinished);
      expect(await end(start("dies", root, "new", String(call)))).toBe("SIGKILL");
      if (await heals(root, `killed at ${call}`)) mixed++;
    });
    expect(mixed).toBeGreaterThan(0);
  });
});

describe("processes that write at once", () => {
  test.each([
    { many: "two", times: 20, words: ["new", "other"] },
    { many: "four", times: 5, words: ["new", "other", "third", "new"] },
  ])("leave the files of one of the $many, $times times", async ({ times, words }) => {
    await forEach(Array(times).keys(), async () => {
      const root = folderWith(before, onTestFinished);
      expect(await Promise.all(words.map((word) => end(start("write", root, word, "30"))))).toEqual(words.map(() => 0));
      const found = contents(root);
      expect(words.some((word) => sameFiles(found, filesOf(word, 30)))).toBe(true);
    });
  });

  test("have it one after the other, also when the one who has it is killed", async () => {
    const root = folderWith({}, onTestFinished);
    const all = Array.from({ length: 6 }, (_, index) => end(start("turns", root, "", String(index + 3))));
    // Each is killed in its last turn, and none has met another before that.
    expect(await Promise.all(all)).toEqual(all.map(() => "SIGKILL"));
    await recoverInterruptedRun(place(root), []);
    expect(contents(root)).toEqual({});
  });
});
