// A process that writes, for tests that kill it or set it against others.
import { closeSync, openSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { disk } from "../../generator/files/disk.ts";
import { withLock } from "../../generator/files/file-lock.ts";
import { writeFiles } from "../../generator/files/write-files.ts";
import { clock } from "../../generator/util/clock.ts";
import { faulty } from "./faults.ts";
import { filesOf, place, wanted } from "./sets.ts";

const [what, root = "", word = "", count = "0"] = process.argv.slice(2);

/** Has the turn, and finds out whether anyone else has it too. */
function alone(dies: boolean): void {
  const mark = join(root, "mark");
  closeSync(openSync(mark, "wx"));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3);
  unlinkSync(mark);
  if (dies) process.kill(process.pid, "SIGKILL");
}

const tasks: Record<string, () => Promise<void>> = {
  write: async () => {
    const files = filesOf(word, Number(count));
    writeSync(1, "ready\n");
    await writeFiles(place(root, { clock }), () => wanted(root, files));
    writeSync(1, "done\n");
  },
  // Is killed at the call with this number, out of those that a run over 30 files makes.
  dies: async () => {
    const files = filesOf(word, 30);
    const { disk } = faulty((call) => {
      if (call === Number(count)) process.kill(process.pid, "SIGKILL");
    });
    await writeFiles(place(root, { disk, clock }), () => wanted(root, files));
  },
  turns: async () => {
    const turns = Number(count);
    for (let turn = 1; turn <= turns; turn++)
      await withLock(disk, root, { maxWaitMs: 30_000, notice: () => {} }, () => alone(turn === turns));
  },
};
await tasks[what ?? ""]?.();
