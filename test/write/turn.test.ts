import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Disk, disk } from "../../generator/files/disk.ts";
import { lockName, withLock } from "../../generator/files/file-lock.ts";
import { currentProcess, type LockOwner, lockOwnerState } from "../../generator/files/lock-owner.ts";
import { fakeClock } from "../helpers/clock.ts";
import { faulty, nobody, systemError } from "./faults.ts";
import { contents, folderWith } from "./sets.ts";

const me: LockOwner = { token: "0123456789abcdef", pid: 7, start: "100", host: "here", boot: "monday" };
const other: LockOwner = { ...me, token: "fedcba9876543210", pid: 8 };

describe("whether the one who has the turn is still there", () => {
  test.each<{ name: string; owner: LockOwner | undefined; found?: string; want: string }>([
    { name: "its process runs", owner: other, found: "100", want: "running" },
    { name: "its process runs no more", owner: other, want: "ended" },
    { name: "its number went to another process", owner: other, found: "200", want: "ended" },
    { name: "the system does not tell when it began", owner: other, found: "", want: "running" },
    { name: "it could not tell when it began", owner: { ...other, start: "" }, found: "200", want: "running" },
    { name: "the machine was started anew", owner: { ...other, boot: "sunday" }, found: "100", want: "ended" },
    { name: "it is on another machine", owner: { ...other, host: "there" }, want: "unknown" },
    { name: "it did not say who it is", owner: undefined, want: "unknown" },
  ])("$name: $want", ({ owner, found, want }) => {
    expect(lockOwnerState(owner, me, () => found)).toBe(want);
  });
});

describe("the folder that a run writes in", () => {
  const wait = { maxWaitMs: 1000, notice: () => {} };
  const fail = (): never => {
    throw new Error("nothing came of it");
  };

  test("is made, with those around it", async () => {
    const base = folderWith({}, onTestFinished);
    await withLock(disk, join(base, "a/b/c"), wait, () => {});
    expect(contents(base)).toEqual({ "a/b/c/": "" });
  });

  test.each([
    { name: "goes again with those that were made for it", root: "kept/a/b" },
    { name: "stays where it was there before", root: "kept" },
  ])("$name, when nothing comes of the run", async ({ root }) => {
    const base = folderWith({}, onTestFinished);
    mkdirSync(join(base, "kept"));
    await expect(withLock(disk, join(base, root), wait, fail)).rejects.toThrow("nothing came of it");
    expect(contents(base)).toEqual({ "kept/": "" });
  });

  /** A disk on which nothing can be made in `proc`, as on Linux: there, Node would try for ever to make it with all around it. */
  const proc = (base: string): Disk => ({
    ...disk,
    mkdirSync: ((path: string, options: unknown) => {
      if (options !== undefined) throw new Error("tried for ever");
      if (path.startsWith(join(base, "proc/"))) throw systemError("ENOENT");
      return disk.mkdirSync(path);
    }) as typeof disk.mkdirSync,
  });

  test.each(["proc/a", "proc/a/b"])("is refused where the system has no room for it: %s", async (root) => {
    const base = folderWith({}, onTestFinished);
    mkdirSync(join(base, "proc"));
    await expect(withLock(proc(base), join(base, root), wait, () => {})).rejects.toThrow(
      `error[OUTPUT_UNWRITABLE] at ${base}/proc/a: it cannot be written (ENOENT).`,
    );
  });

  test("may just have been made by another run", async () => {
    const base = folderWith({}, onTestFinished);
    const late = faulty((_, name, [path]) => {
      if (name === "mkdirSync") mkdirSync(String(path));
    });
    expect(await withLock(late.disk, join(base, "a/b"), wait, () => "done")).toBe("done");
    await expect(withLock(late.disk, join(base, "c/d"), wait, fail)).rejects.toThrow("nothing came of it");
    expect(contents(base)).toEqual({ "a/b/": "", "c/d/": "" });
  });
});

describe("a file of a turn that is there already", () => {
  const mine = currentProcess(disk);
  const run = async (text: string, maxWaitMs: number) => {
    const root = folderWith({ [lockName]: text }, onTestFinished);
    const said: string[] = [];
    let ran = 0;
    const clock = fakeClock();
    const wait = { maxWaitMs, notice: (line: string) => void said.push(line), clock };
    const error = await withLock(disk, root, wait, () => ++ran).then(
      () => undefined,
      (error) => String(error.message),
    );
    return { root, said, ran, error, waited: clock.waited() };
  };

  test.each<{ name: string; text: string; waits: boolean }>([
    { name: "of a process that is gone", text: JSON.stringify({ ...mine, pid: nobody }), waits: false },
    { name: "of the machine before it was started anew", text: JSON.stringify({ ...mine, boot: "x" }), waits: false },
    { name: "of another process with its number", text: JSON.stringify({ ...mine, start: "1" }), waits: false },
    { name: "of another machine", text: JSON.stringify({ ...mine, host: "elsewhere" }), waits: true },
    { name: "without a word in it", text: "", waits: true },
    { name: "with half a word in it", text: '{"token":"01', waits: true },
    { name: "with a path for a token", text: JSON.stringify({ ...mine, token: "../../x" }), waits: true },
    { name: "with a negative process", text: JSON.stringify({ ...mine, pid: -1 }), waits: true },
  ])("$name is taken over", async ({ text, waits }) => {
    const { root, said, ran, error, waited } = await run(text, 300);
    expect([ran, error]).toEqual([1, undefined]);
    expect(said).toHaveLength(waits ? 1 : 0);
    expect(waited).toBe(waits ? 300 : 0);
    expect(contents(root)).toEqual({});
  });

  test("that does not say who made it is left alone for two seconds, and one that does for as long as one is patient", async () => {
    const unsaid = await run("", 60_000);
    const said = await run(JSON.stringify({ ...mine, host: "elsewhere" }), 2600);
    expect([unsaid.waited, said.waited]).toEqual([2000, 2600]);
    expect(unsaid.said).toEqual(["Waiting for another run, which is writing here."]);
  });

  test("of a process that is there is waited for, told once, and then told with its number", async () => {
    const { root, said, ran, error } = await run(JSON.stringify({ ...mine, token: other.token }), 200);
    expect(ran).toBe(0);
    expect(said).toEqual([`Waiting for process ${process.pid} on ${hostname()}, which is writing here.`]);
    expect(error).toBe(
      `error[OUTPUT_LOCKED] at ${join(root, lockName)}: process ${process.pid} on ${hostname()} has been writing here for too long. Wait for it or stop it, and run again; if it is not a run of this generator, delete ${join(root, lockName)}.`,
    );
    expect(existsSync(join(root, lockName))).toBe(true);
  });

  test("that goes while it is waited for lets the next one in", async () => {
    const root = folderWith({}, onTestFinished);
    const order: string[] = [];
    const path = join(root, lockName);
    writeFileSync(path, JSON.stringify({ ...mine, token: other.token }));
    const clock = fakeClock((count) => {
      if (count !== 5) return;
      order.push("gone");
      writeFileSync(path, JSON.stringify({ ...mine, token: other.token, pid: nobody }));
    });
    await withLock(disk, root, { maxWaitMs: 5000, notice: () => {}, clock }, () => order.push("next"));
    expect(order).toEqual(["gone", "next"]);
  });

  test("and a claim on it by a process that is gone as well are both taken over", async () => {
    const root = folderWith({}, onTestFinished);
    const dead = (token: string) => JSON.stringify({ ...mine, token, pid: nobody });
    writeFileSync(join(root, lockName), dead(other.token));
    writeFileSync(join(root, lockName.replace("tmp", `${other.token}.tmp`)), dead(me.token));
    await withLock(disk, root, { maxWaitMs: 300, notice: () => {} }, () => {
      expect(JSON.parse(readFileSync(join(root, lockName), "utf8")).pid).toBe(process.pid);
    });
    expect(contents(root)).toEqual({});
  });

  test("is not taken over from a run that has taken it over already", async () => {
    const root = folderWith(
      { [lockName]: JSON.stringify({ ...mine, token: other.token, pid: nobody }) },
      onTestFinished,
    );
    const living = JSON.stringify({ ...mine, token: me.token });
    const late = faulty((_, name, [path]) => {
      if (name === "openSync" && String(path).includes(other.token)) writeFileSync(join(root, lockName), living);
    });
    const wait = { maxWaitMs: 100, notice: () => {}, clock: fakeClock() };
    await expect(withLock(late.disk, root, wait, () => {})).rejects.toThrow("OUTPUT_LOCKED");
    expect(contents(root)).toEqual({ [lockName]: living });
  });

  test("in the form of a folder is refused", async () => {
    const root = folderWith({}, onTestFinished);
    mkdirSync(join(root, lockName));
    await expect(withLock(disk, root, { maxWaitMs: 0, notice: () => {} }, () => {})).rejects.toThrow("OUTPUT_BLOCKED");
  });
});

test("a turn ends when what is done in it fails", async () => {
  const root = folderWith({}, onTestFinished);
  const wait = { maxWaitMs: 0, notice: () => {} };
  const fails = () => {
    throw new Error("no");
  };
  await expect(withLock(disk, root, wait, fails)).rejects.toThrow("no");
  expect(await withLock(disk, root, wait, () => "yes")).toBe("yes");
});
