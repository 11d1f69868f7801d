import { join } from "node:path";
import { type Clock, clock as ours } from "../util/clock.ts";
import { GeneratorError } from "../util/errors.ts";
import { createFolders, type Disk, ignoring, readBytes, removeFile, removeFolders, tryCreate } from "./disk.ts";
import { ignoreErrors, withPath } from "./disk-errors.ts";
import { currentProcess, type LockOwner, lockOwnerState, parseLockOwner, startOfRunningProcess } from "./lock-owner.ts";
import { inspectPath } from "./plan-changes.ts";

/** The file that exists while a run writes below a root. */
export const lockName = ".generate-turn.tmp";

/** Options of a lock. */
export interface LockOptions {
  /** The longest wait for another run. */
  readonly maxWaitMs: number;
  readonly notice: (text: string) => void;
  /** Defaults to that of this machine. */
  readonly clock?: Clock | undefined;
}

/** Runs work while no other run writes below the root. Creates the root if it is missing. */
export async function withLock<Result>(
  disk: Disk,
  root: string,
  wait: LockOptions,
  work: () => Result,
): Promise<Result> {
  const made = createFolders(disk, root);
  const me = currentProcess(disk);
  let finished = false;
  try {
    await new FileLock(disk, root, me, wait).take(lockName);
    const result = work();
    finished = true;
    return result;
  } finally {
    ignoreErrors(() => {
      if (readLock(disk, root, lockName)?.owner?.token === me.token) removeFile(disk, join(root, lockName));
    });
    if (!finished) removeFolders(disk, made);
  }
}

/** The content of a lock file: its owner, and an id that distinguishes it from the next file of that name. */
interface FoundLock {
  readonly id: string;
  readonly owner: LockOwner | undefined;
}

function readLock(disk: Disk, root: string, name: string): FoundLock | undefined {
  if (!inspectPath(disk, root, name).exists) return undefined;
  const path = join(root, name);
  const text = readBytes(disk, path)?.toString();
  const stat = ignoring(["ENOENT"], path, () => disk.lstatSync(path));
  if (text === undefined || !stat) return undefined;
  const owner = parseLockOwner(text);
  return { owner, id: owner?.token ?? `${stat.ino}-${Math.trunc(stat.ctimeMs)}` };
}

/** The time that a lock file without an owner is respected: its creator may be about to write it. */
const anonymousGraceMs = 2000;

/**
 * A lock between processes: a file that only one process can create. It names its owner, so that others can see whether
 * that process still runs:
 *
 * - While it runs, others wait, up to a limit.
 * - If it has ended, others take the lock over.
 * - If that is unknown, because it runs on another machine or has not written its name yet, they wait first and then
 *   take the lock over.
 */
class FileLock {
  readonly #disk: Disk;
  readonly #root: string;
  readonly #me: LockOwner;
  readonly #wait: LockOptions;
  readonly #clock: Clock;
  readonly #start: number;
  #notified = false;

  constructor(disk: Disk, root: string, me: LockOwner, wait: LockOptions) {
    this.#disk = disk;
    this.#root = root;
    this.#me = me;
    this.#wait = wait;
    this.#clock = wait.clock ?? ours;
    this.#start = this.#clock.now();
  }

  /** Creates the lock file, once no other run holds it. */
  async take(name: string): Promise<void> {
    let last = "";
    let since = 0;
    while (!this.#make(name)) {
      const found = readLock(this.#disk, this.#root, name);
      if (found === undefined) continue;
      const now = this.#clock.now();
      if (found.id !== last) [last, since] = [found.id, now];
      const { maxWaitMs } = this.#wait;
      const state = lockOwnerState(found.owner, this.#me, (pid) => startOfRunningProcess(this.#disk, pid));
      const enough = found.owner === undefined ? Math.min(anonymousGraceMs, maxWaitMs) : maxWaitMs;
      if (state === "ended" || (state === "unknown" && now - since >= enough)) {
        if (await this.#takeOver(name, found.id)) return;
        continue;
      }
      if (state === "running" && now - this.#start >= maxWaitMs) throw lockedError(join(this.#root, name), found.owner);
      if (!this.#notified) this.#wait.notice(waitingNotice(found.owner));
      this.#notified = true;
      await this.#clock.wait(20);
    }
  }

  /** Creates the file unless it exists: the system lets only one process do that. */
  #make(name: string): boolean {
    if (!tryCreate(this.#disk, join(this.#root, name), `${JSON.stringify(this.#me)}\n`)) return false;
    return readLock(this.#disk, this.#root, name)?.owner?.token === this.#me.token;
  }

  /**
   * Takes over the lock of a process that has ended. A run first acquires a claim on that owner, which is a lock of its
   * own, and then checks the owner again, so that it cannot take over the lock of a run that started in between.
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

/** Whether a file is a claim on a lock. */
export const isTakeoverClaim = (name: string): boolean => /^\.generate-turn\.[\w.-]+\.tmp$/.test(name);

const describeOwner = (owner: LockOwner | undefined): string =>
  owner === undefined ? "another run" : `process ${owner.pid} on ${owner.host}`;

const waitingNotice = (owner: LockOwner | undefined): string =>
  `Waiting for ${describeOwner(owner)}, which is writing here.`;

function lockedError(path: string, owner: LockOwner | undefined): GeneratorError {
  const what = `${describeOwner(owner)} has been writing here for too long`;
  const remedy = `Wait for it or stop it, and run again; if it is not a run of this generator, delete ${path}`;
  return new GeneratorError("OUTPUT_LOCKED", path, what, remedy);
}
