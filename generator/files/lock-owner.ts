import { hostname } from "node:os";
import { systemErrorCode } from "../util/errors.ts";
import type { Disk } from "./disk.ts";

/** The process that holds a lock, with enough detail to determine later whether it is still running. */
export interface LockOwner {
  /** Identifies one acquisition of the lock. */
  readonly token: string;
  readonly pid: number;
  /** The start time of the process, in ticks of this machine; empty if unknown. */
  readonly start: string;
  /** The machine or container. A process id is meaningful only there. */
  readonly host: string;
  /** The id of the boot of the machine; empty if unknown. */
  readonly boot: string;
}

/** Whether the owner of a lock is running, as far as another process can determine. */
export type LockOwnerState = "running" | "ended" | "unknown";

/** Returns 16 random hexadecimal digits. Node's cryptography is loaded on first use: most runs write no files. */
export const createToken = (): string => process.getBuiltinModule("node:crypto").randomBytes(8).toString("hex");

/** Returns this process as the owner of a lock. */
export const currentProcess = (disk: Disk): LockOwner => ({
  token: createToken(),
  pid: process.pid,
  start: startOf(disk, process.pid),
  host: hostname(),
  boot: readSystemFile(disk, "/proc/sys/kernel/random/boot_id").trim(),
});

/** Determines whether an owner is still running, seen from another process. */
export function lockOwnerState(
  owner: LockOwner | undefined,
  me: LockOwner,
  start: (pid: number) => string | undefined,
): LockOwnerState {
  if (owner === undefined || owner.host !== me.host) return "unknown";
  if (owner.boot !== me.boot) return "ended";
  const found = start(owner.pid);
  if (found === undefined) return "ended";
  // Another process may have the same id by now.
  return found === owner.start || found === "" || owner.start === "" ? "running" : "ended";
}

/** Returns the start time of a process, or `undefined` if it is not running. */
export function startOfRunningProcess(disk: Disk, pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user is running, too.
    if (systemErrorCode(error) !== "EPERM") return undefined;
  }
  return startOf(disk, pid);
}

/** The 22nd field of `stat`. The second is a name in parentheses, which may contain anything. */
const startOf = (disk: Disk, pid: number): string =>
  readSystemFile(disk, `/proc/${pid}/stat`).split(") ").at(-1)?.split(" ")[19] ?? "";

/** Reads a file of Linux's `/proc`. Returns an empty string on other systems. */
function readSystemFile(disk: Disk, path: string): string {
  try {
    return disk.readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Parses the owner in a lock file. Returns `undefined` if it is incomplete, or not written by a run. */
export function parseLockOwner(text: string): LockOwner | undefined {
  try {
    const { token, pid, start, host, boot } = JSON.parse(text) as LockOwner;
    const sound = /^[\da-f]{16}$/.test(token) && Number.isSafeInteger(pid) && pid > 0;
    return sound ? { token, pid, start: String(start), host: String(host), boot: String(boot) } : undefined;
  } catch {
    return undefined;
  }
}
