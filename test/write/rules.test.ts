import { describe, expect, test, vi } from "vitest";
import { type Disk, disk } from "../../generator/files/disk.ts";
import { toGeneratorError } from "../../generator/files/disk-errors.ts";
import { isTakeoverClaim, lockName } from "../../generator/files/file-lock.ts";
import { readJournal } from "../../generator/files/journal.ts";
import { currentProcess, parseLockOwner, startOfRunningProcess } from "../../generator/files/lock-owner.ts";
import { inspectPath } from "../../generator/files/plan-changes.ts";
import { refusal } from "../helpers/refusal.ts";
import { nobody, systemError } from "./faults.ts";

describe("what the system says has a code, a meaning and a remedy of ours", () => {
  test.each([
    [
      "EROFS",
      "OUTPUT_READ_ONLY] at a/b: the file system is read-only (EROFS). Make it writable, or pass another folder.",
    ],
    [
      "EPERM",
      "OUTPUT_DENIED] at a/b: the system does not allow it (EPERM). Check the owner, the permissions and the file's flags.",
    ],
    ["EDQUOT", "OUTPUT_FULL] at a/b: the disk quota is exceeded (EDQUOT). Free some space and run again."],
    [
      "ENAMETOOLONG",
      "OUTPUT_NAME] at a/b: the name is too long for the file system (ENAMETOOLONG). Choose a shorter path.",
    ],
    [
      "EXDEV",
      "OUTPUT_DEVICE] at a/b: the file and its folder are on different file systems (EXDEV). Mount folders, not single files.",
    ],
    ["EEXIST", "OUTPUT_BLOCKED] at a/b: the path exists already (EEXIST). Move it away."],
  ])("%s", (code, want) => {
    expect(toGeneratorError("a/b", systemError(code)).message).toBe(`error[${want}`);
  });

  test("what is said already stays as it is said", () => {
    const said = toGeneratorError("a", systemError("EIO"));
    expect(toGeneratorError("b", said)).toBe(said);
  });
});

describe("when a process was started", () => {
  /** A system that tells this, whatever file it is asked for. */
  const telling = (stat: string, asked: unknown[] = []): Disk => {
    const readFileSync: unknown = (path: unknown) => {
      asked.push(path);
      return stat;
    };
    return { ...disk, readFileSync: readFileSync as Disk["readFileSync"] };
  };
  const fields = Array.from({ length: 30 }, (_, index) => index + 3).join(" ");

  test.each([
    { name: "its 22nd field", stat: `7 (node) ${fields}`, want: "22" },
    { name: "whatever its name is", stat: `7 (a) b) 1 2 (c) ${fields}`, want: "22" },
    { name: "unless the system tells less", stat: "7 (node) 3 4", want: "" },
    { name: "or nothing", stat: "", want: "" },
  ])("is $name", ({ stat, want }) => {
    expect(startOfRunningProcess(telling(stat), process.pid)).toBe(want);
  });

  test("is asked of the system by its number", () => {
    const asked: unknown[] = [];
    startOfRunningProcess(telling("", asked), process.pid);
    expect(asked).toEqual([`/proc/${process.pid}/stat`]);
  });

  test("is nothing where there is none", () => {
    expect(startOfRunningProcess(disk, nobody)).toBeUndefined();
  });

  test.each([
    { code: "EPERM", want: "22" },
    { code: "ESRCH", want: undefined },
  ])("is $want of one of which the system says $code", ({ code, want }) => {
    const kill = vi.spyOn(process, "kill").mockImplementation(() => {
      throw systemError(code);
    });
    expect(startOfRunningProcess(telling(`7 (node) ${fields}`), 7)).toBe(want);
    expect(kill).toHaveBeenCalledWith(7, 0);
    kill.mockRestore();
  });
});

describe("who is at work", () => {
  const { token, ...me } = currentProcess(disk);
  const holder = { token: "0123456789abcdef", pid: 7, start: "1", host: "here", boot: "x" };

  test("says it so that it can be read", () => {
    const told = currentProcess(disk);
    expect(parseLockOwner(JSON.stringify(told))).toEqual(told);
    expect(told).toMatchObject({ ...me, pid: process.pid, boot: expect.stringMatching(/^[\da-f-]{36}$/) });
    expect(told.token).toMatch(/^[\da-f]{16}$/);
    expect(told.token).not.toBe(token);
  });

  test.each<{ name: string; given: object | string; sound: boolean }>([
    { name: "all of it", given: holder, sound: true },
    { name: "more than that", given: { ...holder, more: 1 }, sound: true },
    { name: "a token that is too long", given: { ...holder, token: `${holder.token}0` }, sound: false },
    { name: "a token that starts otherwise", given: { ...holder, token: `x${holder.token}` }, sound: false },
    { name: "no token", given: { ...holder, token: undefined }, sound: false },
    { name: "half a process", given: { ...holder, pid: 7.5 }, sound: false },
    { name: "no process", given: { ...holder, pid: 0 }, sound: false },
    { name: "a process in words", given: { ...holder, pid: "7" }, sound: false },
    { name: "nothing", given: "null", sound: false },
  ])("is read from $name: $sound", ({ given, sound }) => {
    const text = typeof given === "string" ? given : JSON.stringify(given);
    expect(parseLockOwner(text)).toEqual(sound ? holder : undefined);
  });

  test("is all text but its number, whatever was written", () => {
    expect(parseLockOwner(JSON.stringify({ ...holder, start: 1, host: null, boot: [2] }))).toEqual({
      ...holder,
      host: "null",
      boot: "2",
    });
  });
});

describe("a journal", () => {
  const hash = "0123456789abcdef".repeat(4);
  const entry = { path: "a/b.ts", before: hash, after: null };
  const sound = { token: "0123456789abcdef", files: [entry], folders: ["a"] };
  const other = (change: Partial<typeof entry>) => ({ ...sound, files: [entry, { ...entry, ...change }] });
  const owns = (path: string): boolean => path.startsWith("a/");

  test.each<{ name: string; given: unknown }>([
    { name: "a token that is too long", given: { ...sound, token: `${sound.token}0` } },
    { name: "a token that starts otherwise", given: { ...sound, token: `x${sound.token}` } },
    { name: "a hash that is too long", given: other({ before: `${hash}0` }) },
    { name: "a hash that starts otherwise", given: other({ before: `x${hash}` }) },
    { name: "a hash in a list", given: { ...sound, files: [{ ...entry, before: [hash] }] } },
    { name: "no hash of after", given: { ...sound, files: [{ ...entry, after: 1 }] } },
    { name: "one path of somebody else's", given: other({ path: "b/c.ts" }) },
    { name: "a folder that only begins like one of its own", given: { ...sound, folders: ["a", "a/b"] } },
    { name: "no folders", given: { ...sound, folders: undefined } },
  ])("with $name is none", ({ given }) => {
    expect(readJournal(JSON.stringify(given), owns)).toBeUndefined();
  });

  test("that is sound is read, and nothing else that it has", () => {
    expect(readJournal(JSON.stringify({ ...sound, more: 1 }), owns)).toEqual(sound);
    expect(readJournal(JSON.stringify({ ...sound, folders: [] }), owns)).toEqual({ ...sound, folders: [] });
    const two = { ...sound, files: [...sound.files, { ...sound.files[0], path: "c/d" }] };
    expect(readJournal(JSON.stringify(two), () => true)).toEqual(two);
  });
});

test.each(["..", "../x", "a/../../x", "", ".", "/.."])("%j leads out of the root", (path) => {
  expect(refusal(() => inspectPath(disk, "/tmp/root", path))).toBe(
    `error[OUTPUT_OUTSIDE] at ${path}: the path leads out of /tmp/root. Correct the path.`,
  );
});

test.each([
  [".generate-turn.0123456789abcdef.tmp", true],
  [".generate-turn.12-34.tmp", true],
  [".generate-turn.0123.4567.tmp", true],
  [lockName, false],
  ["x.generate-turn.0123.tmp", false],
  [".generate-turn.0123.tmp.bak", false],
  [".generate-turn.a b.tmp", false],
  [".generate-turns.0123.tmp", false],
])("is %s a claim on a turn? %s", (name, want) => {
  expect(isTakeoverClaim(name)).toBe(want);
});
