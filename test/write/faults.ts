import { existsSync, readdirSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Disk, disk } from "../../generator/files/disk.ts";
import { isTakeoverClaim, lockName } from "../../generator/files/file-lock.ts";

/** A disk that goes by what `meet` says of each call: it may throw, or do half of it and throw. */
export function faulty(meet: (call: number, name: keyof Disk, args: readonly unknown[]) => void): {
  disk: Disk;
  calls: () => number;
} {
  let calls = 0;
  const wrapped = new Proxy(disk, {
    get: (target, name: keyof Disk) =>
      // Waiting for the real disk would take most of the time, and is not what is looked at.
      name === "fsyncSync"
        ? () => meet(++calls, name, [])
        : (...args: never[]) => {
            meet(++calls, name, args);
            return (target[name] as (...args: never[]) => unknown)(...args);
          },
  });
  return { disk: wrapped, calls: () => calls };
}

/** Which calls of a run meet a fault: every one, or every so many where the tests themselves are run hundreds of times. */
export const every = Number(process.env.EVERY ?? 1);

/** What the system throws. */
export const systemError = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

/** A process that is killed at a call does half of it at most, and nothing after it. */
export const killedAt = (last: number) =>
  faulty((call, name, args) => {
    if (call < last) return;
    if (call === last && name === "writeFileSync") writeSync(Number(args[0]), String(args[1]).slice(0, 7));
    if (call === last && name === "copyFileSync") writeFileSync(String(args[1]), "half");
    throw new Error("killed");
  });

/** No process has this number. */
export const nobody = 2 ** 22 + 7;

/** Has every turn look as if its process were gone: here, it is the one that tests. */
export function forget(root: string): void {
  for (const name of existsSync(root) ? readdirSync(root) : []) {
    if (name !== lockName && !isTakeoverClaim(name)) continue;
    const path = join(root, name);
    try {
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), pid: nobody }));
    } catch {
      // It was killed before it could say who it is.
    }
  }
}
