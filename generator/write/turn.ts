import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { GeneratorError } from "../errors.ts";
import { type Disk, readBytes, remove, tryCreate, unless } from "./disk.ts";
import { attempt, quietly } from "./failure.ts";
import { makeFolders, unmakeFolders } from "./folders.ts";
import { type Holder, judge, myself, readHolder, startOfLiving } from "./holder.ts";
import { look } from "./look.ts";

/** The file that is there while a run writes below a root. */
export const turnName = ".generate-turn.tmp";

/** The time that a wait goes by, in milliseconds. */
export interface Clock {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

const real: Clock = { now: () => performance.now(), wait: sleep };

/** What a wait may take, in milliseconds, and who hears of it. */
export interface Wait {
  readonly patience: number;
  readonly notice: (text: string) => void;
  /** Defaults to that of the process. */
  readonly clock?: Clock | undefined;
}

/** Does something while no other run writes below the root. The root is made where it is missing. */
export async function inTurn<Result>(disk: Disk, root: string, wait: Wait, work: () => Result): Promise<Result> {
  const made = makeFolders(disk, root);
  const me = myself(disk);
  let came = false;
  try {
    await new Turn(disk, root, me, wait).take(turnName);
    const result = work();
    came = true;
    return result;
  } finally {
    quietly(() => {
      if (holderAt(disk, root, turnName)?.holder?.token === me.token) remove(disk, join(root, turnName));
    });
    if (!came) unmakeFolders(disk, made);
  }
}

/** What stands in a file of a turn: the holder, and what tells it from the next file of that name. */
interface Found {
  readonly id: string;
  readonly holder: Holder | undefined;
}

function holderAt(disk: Disk, root: string, name: string): Found | undefined {
  if (!look(disk, root, name).there) return undefined;
  const path = join(root, name);
  const text = readBytes(disk, path)?.toString();
  const stat = unless(["ENOENT"], path, () => disk.lstatSync(path));
  if (text === undefined || !stat) return undefined;
  const holder = readHolder(text);
  return { holder, id: holder?.token ?? `${stat.ino}-${Math.trunc(stat.ctimeMs)}` };
}

/** How long a file is left alone that does not say who made it: its maker may be about to write it. */
const grace = 2000;

class Turn {
  readonly #disk: Disk;
  readonly #root: string;
  readonly #me: Holder;
  readonly #wait: Wait;
  readonly #clock: Clock;
  readonly #start: number;
  #told = false;

  constructor(disk: Disk, root: string, me: Holder, wait: Wait) {
    this.#disk = disk;
    this.#root = root;
    this.#me = me;
    this.#wait = wait;
    this.#clock = wait.clock ?? real;
    this.#start = this.#clock.now();
  }

  /** Makes the file of the turn, once nobody else has it. */
  async take(name: string): Promise<void> {
    let last = "";
    let since = 0;
    while (!this.#make(name)) {
      const found = holderAt(this.#disk, this.#root, name);
      if (found === undefined) continue;
      const now = this.#clock.now();
      if (found.id !== last) [last, since] = [found.id, now];
      const { patience } = this.#wait;
      const state = judge(found.holder, this.#me, (pid) => startOfLiving(this.#disk, pid));
      const enough = found.holder === undefined ? Math.min(grace, patience) : patience;
      if (state === "gone" || (state === "unclear" && now - since >= enough)) {
        if (await this.#takeOver(name, found.id)) return;
        continue;
      }
      if (state === "there" && now - this.#start >= patience) throw held(join(this.#root, name), found.holder);
      if (!this.#told) this.#wait.notice(waiting(found.holder));
      this.#told = true;
      await this.#clock.wait(20);
    }
  }

  /** Makes the file unless there is one: the system lets one process do that. */
  #make(name: string): boolean {
    if (!tryCreate(this.#disk, join(this.#root, name), `${JSON.stringify(this.#me)}\n`)) return false;
    return holderAt(this.#disk, this.#root, name)?.holder?.token === this.#me.token;
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
      const still = holderAt(this.#disk, this.#root, name)?.id === id;
      if (still) attempt(to, () => this.#disk.renameSync(from, to));
      else remove(this.#disk, from);
      return still;
    } catch (error) {
      quietly(() => remove(this.#disk, from));
      throw error;
    }
  }
}

/** What a claim is called. */
export const isClaim = (name: string): boolean => /^\.generate-turn\.[\w.-]+\.tmp$/.test(name);

const who = (holder: Holder | undefined): string =>
  holder === undefined ? "another run" : `process ${holder.pid} on ${holder.host}`;

const waiting = (holder: Holder | undefined): string => `Waiting for ${who(holder)}, which is writing here.`;

function held(path: string, holder: Holder | undefined): GeneratorError {
  const what = `${who(holder)} has been writing here for too long`;
  const remedy = `Wait for it or end it, and run again; if it is no run of this generator, delete ${path}`;
  return new GeneratorError("OUTPUT_LOCKED", path, what, remedy);
}
