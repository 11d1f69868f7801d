import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { journalName } from "../../generator/files/journal.ts";
import {
  findInterruptedRun,
  listStaleFiles,
  recoverInterruptedRun,
  writeFiles,
} from "../../generator/files/write-files.ts";
import { every, faulty, forget, killedAt } from "./faults.ts";
import { contents, filesOf, folderWith, place, put, sameFiles, settled, wanted } from "./sets.ts";

const before = filesOf("old", 6);
const after = filesOf("new", 6);
const maxWaitMs = 30;
/** A disk that works, and does not wait for the real one. */
const quick = () => faulty(() => {});

/** How many calls a run makes that replaces every file. */
async function calls(): Promise<number> {
  const root = folderWith(before, onTestFinished);
  const counted = quick();
  await writeFiles(place(root, counted), () => wanted(root, after));
  expect(contents(root)).toEqual(after);
  return counted.calls();
}

/** A call that comes when some of the new files are in their places, and some are not. */
async function betweenRenames(): Promise<number> {
  const root = folderWith(before, onTestFinished);
  let renames = 0;
  let at = 0;
  const counted = faulty((call, name) => {
    // The first is that of the journal.
    if (name === "renameSync" && ++renames === 3) at = call;
  });
  await writeFiles(place(root, counted), () => wanted(root, after));
  return at;
}

describe("a run that is killed at any call", () => {
  test("leaves the old files or the new ones to the next run, and --check tells", async () => {
    const total = await calls();
    expect(total).toBeGreaterThan(100);
    const seen = { old: 0, mixed: 0, new: 0 };
    for (let call = 1; call <= total; call += every) {
      const root = folderWith(before, onTestFinished);
      await writeFiles(place(root, { ...killedAt(call), maxWaitMs }), () => wanted(root, after)).catch(() => {});
      forget(root);
      const left = settled(root);
      const kind = sameFiles(left, before) ? "old" : sameFiles(left, after) ? "new" : "mixed";
      seen[kind]++;
      const told = [...findInterruptedRun(place(root), []), ...listStaleFiles(place(root), wanted(root, after))];
      if (kind === "mixed") expect(told, `killed at ${call}`).toContain(journalName);
      if (kind === "old") expect(told.length, `killed at ${call}`).toBeGreaterThan(0);

      await recoverInterruptedRun(place(root, { ...quick(), maxWaitMs }), []);
      const healed = contents(root);
      expect(
        [before, after].some((set) => sameFiles(set, healed)),
        `killed at ${call}`,
      ).toBe(true);
      await writeFiles(place(root, { ...quick(), maxWaitMs }), () => wanted(root, after));
      expect(contents(root)).toEqual(after);
    }
    // The loop has been everywhere: before, between and after the renames.
    for (const kind of ["old", "mixed", "new"] as const) expect(seen[kind]).toBeGreaterThan(3 / every);
  });

  test("may be followed by one that is killed while it takes that back", async () => {
    const at = await betweenRenames();
    for (let call = 1, more = true; more; call += every) {
      const root = folderWith(before, onTestFinished);
      await writeFiles(place(root, { ...killedAt(at), maxWaitMs }), () => wanted(root, after)).catch(() => {});
      forget(root);
      expect(existsSync(join(root, journalName))).toBe(true);
      const second = killedAt(call);
      more = await recoverInterruptedRun(place(root, { ...second, maxWaitMs }), []).then(
        () => second.calls() >= call,
        () => true,
      );
      forget(root);
      await recoverInterruptedRun(place(root, { ...quick(), maxWaitMs }), []);
      expect(contents(root), `killed at ${call}`).toEqual(before);
    }
  });
});

describe("what an interrupted run has left", () => {
  /** A folder in which a run was killed between two renames. */
  const interrupted = async () => {
    const root = folderWith(before, onTestFinished);
    await writeFiles(place(root, killedAt(await betweenRenames())), () => wanted(root, after)).catch(() => {});
    forget(root);
    return root;
  };

  test.each([
    { name: "a file that someone has edited since stays edited", path: "generated/file1.ts" },
    { name: "so does the snapshot", path: "spec/api.json" },
  ])("$name", async ({ path }) => {
    const root = await interrupted();
    put(root, { [path]: "edited\n" });
    await recoverInterruptedRun(place(root), []);
    expect(contents(root)).toEqual({ ...before, [path]: "edited\n" });
  });

  test("files that were restored already are left alone", async () => {
    const root = await interrupted();
    put(root, before);
    await recoverInterruptedRun(place(root), []);
    expect(contents(root)).toEqual(before);
  });

  test("is not put back from bytes that someone has changed", async () => {
    const root = await interrupted();
    for (const path of Object.keys(contents(root)).filter((path) => path.endsWith(".old.tmp")))
      put(root, { [path]: "" });
    await expect(recoverInterruptedRun(place(root), [])).rejects.toThrow(
      /^error\[OUTPUT_INTERRUPTED\] at .*its old content is lost\. Restore the files from/,
    );
    expect(existsSync(join(root, journalName))).toBe(true);
  });

  test("is told once it is taken back", async () => {
    const root = await interrupted();
    const said: string[] = [];
    await recoverInterruptedRun(place(root, { notice: (text) => said.push(text) }), []);
    await recoverInterruptedRun(place(root, { notice: (text) => said.push(text) }), []);
    expect(said).toEqual(["An earlier run was interrupted here. Its changes have been undone."]);
  });

  test("takes nothing away that only looks like it", async () => {
    const root = await interrupted();
    const mine = { "generated/types.ts.0123456789abcdef.new.tmp": "mine", "notes.tmp": "mine" };
    put(root, mine);
    await recoverInterruptedRun(place(root), []);
    expect(contents(root)).toEqual(Object.fromEntries(Object.entries({ ...before, ...mine }).sort()));
  });
});
