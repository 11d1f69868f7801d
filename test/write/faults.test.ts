import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Disk, disk } from "../../generator/files/disk.ts";
import { toGeneratorError } from "../../generator/files/disk-errors.ts";
import { journalName } from "../../generator/files/journal.ts";
import { recoverInterruptedRun, writeFiles } from "../../generator/files/write-files.ts";
import { GeneratorError } from "../../generator/util/errors.ts";
import { every, faulty, forget, systemError } from "./faults.ts";
import { contents, filesOf, folderWith, place, sameFiles, wanted } from "./sets.ts";

const before = filesOf("old", 6);
const after = filesOf("new", 6);
const maxWaitMs = 30;
const quick = () => faulty(() => {});

/** The second and the third test are about when, not about what: one error is enough for them. */
const faults = [
  { error: "ENOSPC", code: "OUTPUT_FULL" },
  { error: "EROFS", code: "OUTPUT_READ_ONLY" },
  { error: "EACCES", code: "OUTPUT_DENIED" },
];

describe.each(faults)("$error at any call", ({ error, code }) => {
  /** Runs with a fault at each call in turn, until none is met any more. Gives how many runs failed. */
  async function each(
    fails: (call: number, at: number) => boolean,
    look: (failed: boolean, root: string, at: number) => Promise<void>,
    start = before,
    below = "",
  ): Promise<number> {
    let failures = 0;
    for (let at = 1; ; at += every) {
      const root = join(folderWith(start, onTestFinished), below);
      const { disk, calls } = faulty((call) => {
        if (fails(call, at)) throw systemError(error);
      });
      const thrown = await writeFiles(place(root, { disk, maxWaitMs }), () => wanted(root, after)).then(
        () => undefined,
        (error) => error,
      );
      if (calls() < at) return failures;
      if (thrown !== undefined) {
        expect(thrown).toBeInstanceOf(GeneratorError);
        expect(thrown.message).toMatch(
          new RegExp(`^error\\[${code}\\] at [^ ]*writer-[^ ]*: .*\\(${error}\\).*\\. .*\\.$`),
        );
        failures++;
      }
      forget(root);
      await look(thrown !== undefined, root, at);
    }
  }

  test("changes nothing, or comes too late to", async () => {
    const failures = await each(
      (call, at) => call === at,
      async (failed, root, at) => {
        if (failed) expect(contents(root), `at ${at}`).toEqual(before);
        await recoverInterruptedRun(place(root, { ...quick(), maxWaitMs }), []);
        expect(contents(root), `at ${at}`).toEqual(failed ? before : after);
      },
    );
    expect(failures).toBeGreaterThan(100 / every);
  });

  test.runIf(error === "EROFS")("from which on everything fails is taken back by the next run", async () => {
    const failures = await each(
      (call, at) => call >= at,
      async (_, root, at) => {
        await recoverInterruptedRun(place(root, { ...quick(), maxWaitMs }), []);
        const healed = contents(root);
        expect(sameFiles(healed, before) || sameFiles(healed, after), `at ${at}`).toBe(true);
      },
    );
    expect(failures).toBeGreaterThan(100 / every);
  });

  test.runIf(error === "ENOSPC")("leaves no folder where there was none", async () => {
    const failures = await each(
      (call, at) => call === at,
      async (failed, root, at) => {
        if (failed) expect(existsSync(root), `at ${at}`).toBe(false);
        else expect(Object.keys(contents(root))).toEqual(expect.arrayContaining(Object.keys(after)));
      },
      {},
      "deep/down",
    );
    expect(failures).toBeGreaterThan(50 / every);
  });
});

describe("what the system says of a path is told in a line", () => {
  test.each([
    ["EROFS", "error[OUTPUT_READ_ONLY] at a/b: the file system is read-only (EROFS). Make it writable, or pass"],
    ["EACCES", "error[OUTPUT_DENIED] at a/b: access is denied (EACCES). Check the owner and the permissions."],
    ["EPERM", "error[OUTPUT_DENIED] at a/b: the system does not allow it (EPERM). Check the owner"],
    ["ENOSPC", "error[OUTPUT_FULL] at a/b: the disk is full (ENOSPC). Free some space and run again."],
    ["EDQUOT", "error[OUTPUT_FULL] at a/b: the disk quota is exceeded (EDQUOT). Free some space"],
    ["ENAMETOOLONG", "error[OUTPUT_NAME] at a/b: the name is too long for the file system (ENAMETOOLONG). Choose"],
    ["EXDEV", "error[OUTPUT_DEVICE] at a/b: the file and its folder are on different file systems (EXDEV). Mount"],
    ["EISDIR", "error[OUTPUT_BLOCKED] at a/b: there is a folder instead of a file (EISDIR). Move it away."],
    ["ENOTDIR", "error[OUTPUT_BLOCKED] at a/b: there is a file instead of a folder (ENOTDIR). Move it away."],
    ["EIO", "error[OUTPUT_UNWRITABLE] at a/b: it cannot be written (EIO). Check the folder and the disk."],
    ["EROFS", "error[OUTPUT_READ_ONLY] at a: ", "a/.generate-turn.tmp"],
    ["EACCES", "error[OUTPUT_DENIED] at a: access is denied (EACCES).", "a/b.0123456789abcdef.new.tmp"],
    ["EISDIR", "error[OUTPUT_BLOCKED] at a/.generate-turn.tmp: ", "a/.generate-turn.tmp"],
    ["toString", "error[OUTPUT_UNWRITABLE] at a/b: it cannot be written (toString)."],
  ])("%s: %s", (code, want, path = "a/b") => {
    expect(toGeneratorError(path, systemError(code)).message).toContain(want);
  });
});

test("a run with nothing to write asks for each file, and for nothing else", async () => {
  const root = folderWith(after, onTestFinished);
  const asked: string[] = [];
  const { disk } = faulty((_, name) => void asked.push(name));
  expect(await writeFiles(place(root, { disk }), () => wanted(root, after))).toEqual([]);
  expect([...new Set(asked)].sort()).toEqual(["lstatSync", "readFileSync"]);
});

test("nothing takes a place before it is on the disk itself, and the journal is there before all else", async () => {
  const root = folderWith(before, onTestFinished);
  const opened = new Map<number, string>();
  const flushed = new Set<string>();
  const renamed: string[] = [];
  const watching: Disk = {
    ...disk,
    openSync: (path, ...rest) => {
      const file = disk.openSync(path, ...rest);
      opened.set(file, String(path));
      return file;
    },
    fsyncSync: (file) => void flushed.add(opened.get(file) ?? ""),
    renameSync: (from, to) => {
      if (String(from).endsWith(".new.tmp")) {
        expect(renamed[0]).toBe(join(root, journalName));
        // The new bytes, the old ones if there are any, and the names of both.
        const old = String(from).replace(/new\.tmp$/, "old.tmp");
        for (const path of [String(from), ...(existsSync(old) ? [old] : []), dirname(String(to)), root])
          expect([...flushed]).toContain(path);
      }
      renamed.push(String(to));
      disk.renameSync(from, to);
    },
  };
  await writeFiles(place(root, { disk: watching }), () => wanted(root, after));
  expect(contents(root)).toEqual(after);
  expect(renamed.length).toBe(Object.keys(after).length + 2);
});
