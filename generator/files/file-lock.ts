import { join } from "node:path";
import { type Clock, clock as ours } from "../util/clock.ts";
import { GeneratorError } from "../util/errors.ts";
import { createFolders, type Disk, ignoring, readBytes, removeFile, removeFolders, tryCreate } from "./disk.ts";
import { ignoreErrors, withPath } from "./disk-errors.ts";
import { currentProcess, type LockOwner, lockOwnerState, parseLockOwner, startOfRunningProcess } from "./lock-owner.ts";
import { inspectPath } from "./plan-changes.ts";

/** The file that is there while a run writes below a root. */
export const lockName = ".generate-turn.tmp";

/** What a wait may take, in milliseconds, and who hears of it. */
export interface LockOptions {
  readonly maxWaitMs: number;
  readonly notice: (text: string) => void;
  /** Defaults to that of this machine. */
  readonly clock?: Clock | undefined;
}

/** Does something while no other run writes below the root. The root is made where it is missing. */
export async function withLock<Result>(
  disk: Disk,
  root: string,
  wait: LockOptions,
  work: () => Result,
): Promise<Result> {
  const made = createFolders(disk, root);
  const me = currentProcess(disk);
  let came = false;
  try {
    await new FileLock(disk, root, me, wait).take(lockName);
    const result = work();
    came = true;
    return result;
  } finally {
    ignoreErrors(() => {
      if (readLock(disk, root, lockName)?.holder?.token === me.token) removeFile(disk, join(root, lockName));
    });
    if (!came) removeFolders(disk, made);
  }
}

/** What stands in a file of a turn: the holder, and what tells it from the next file of that name. */
interface FoundLock {
  readonly id: string;
  readonly holder: LockOwner | undefined;
}

function readLock(disk: Disk, root: string, name: string): FoundLock | undefined {
  if (!inspectPath(disk, root, name).exists) return undefined;
  const path = join(root, name);
  const text = readBytes(disk, path)?.toString();
  const stat = ignoring(["ENOENT"], path, () => disk.lstatSync(path));
  if (text === undefined || !stat) return undefined;
  const holder = parseLockOwner(text);
  return { holder, id: holder?.token ?? `${stat.ino}-${Math.trunc(stat.ctimeMs)}` };
}

/** How long a file is left alone that does not say who made it: its maker may be about to write it. */
const anonymousGraceMs = 2000;

class FileLock {
  readonly #disk: Disk;
  readonly #root: string;
  readonly #me: LockOwner;
  readonly #wait: LockOptions;
  readonly #clock: Clock;
  readonly #start: number;
  #told = false;

  constructor(disk: Disk, root: string, me: LockOwner, wait: LockOptions) {
    this.#disk = disk;
    this.#root = root;
    this.#me = me;
    this.#wait = wait;
    this.#clock = wait.clock ?? ours;
    this.#start = this.#clock.now();
  }

  /** Makes the file of the turn, once nobody else has it. */
  async take(name: string): Promise<void> {
    let last = "";
    let since = 0;
    while (!this.#make(name)) {
      const found = readLock(this.#disk, this.#root, name);
      if (found === undefined) continue;
      const now = this.#clock.now();
      if (found.id !== last) [last, since] = [found.id, now];
      const { maxWaitMs } = this.#wait;
      const state = lockOwnerState(found.holder, this.#me, (pid) => startOfRunningProcess(this.#disk, pid));
      const enough = found.holder === undefined ? Math.min(anonymousGraceMs, maxWaitMs) : maxWaitMs;
      if (state === "gone" || (state === "unclear" && now - since >= enough)) {
        if (await this.#takeOver(name, found.id)) return;
        continue;
      }
      if (state === "there" && now - this.#start >= maxWaitMs) throw lockedError(join(this.#root, name), found.holder);
      if (!this.#told) this.#wait.notice(waitingNotice(found.holder));
      this.#told = true;
      await this.#clock.wait(20);
    }
  }

  /** Makes the file unless there is one: the system lets one process do that. */
  #make(name: string): boolean {
    if (!tryCreate(this.#disk, join(this.#root, name), `${JSON.stringify(this.#me)}\n`)) return false;
    return readLock(this.#disk, this.#root, name)?.holder?.token === this.#me.token;
  }

  /**
   * Takes the place of a holder that is gone. Whoever wants to does so with a claim on just that holder, which is a
   * turn of its own, and looks again with the claim in hand: so no one takes the turn of a run that came in between.
   */
  async #takeOver(name: string, id: string): Promise<boolean> {
    const claim = name.replace(/\.tmp$/, `.${id}.tmp`);
    await this.take(claim);
    const [from, to] = [join(this.#root, claim), join(this.#root, name)];
    try {
      const still = readLock(this.#disk, this.#root, name)?.id === id;
      if (still) withPath(to, () => this.#disk.renameSync(from, to));
      else removeFile(this.#disk, from);
      return still;
    } catch (error) {
      ignoreErrors(() => removeFile(this.#disk, from));
      throw error;
    }
  }
}

/** What a claim is called. */
export const isTakeoverClaim = (name: string): boolean => /^\.generate-turn\.[\w.-]+\.tmp$/.test(name);

const describeOwner = (holder: LockOwner | undefined): string =>
  holder === undefined ? "another run" : `process ${holder.pid} on ${holder.host}`;

const waitingNotice = (holder: LockOwner | undefined): string =>
  `Waiting for ${describeOwner(holder)}, which is writing here.`;

function lockedError(path: string, holder: LockOwner | undefined): GeneratorError {
  const what = `${describeOwner(holder)} has been writing here for too long`;
  const remedy = `Wait for it or end it, and run again; if it is no run of this generator, delete ${path}`;
  return new GeneratorError("OUTPUT_LOCKED", path, what, remedy);
}
