import { hostname } from "node:os";
import { systemErrorCode } from "../util/errors.ts";
import type { Disk } from "./disk.ts";

/** Who is at work: enough to tell later whether that process is still there. */
export interface LockOwner {
  /** Tells this turn from every other. */
  readonly token: string;
  readonly pid: number;
  /** When the process was started, in ticks of this machine; empty where the system does not tell. */
  readonly start: string;
  /** The machine, or the container: only there does the number of a process mean something. */
  readonly host: string;
  /** Which run of the machine it is; empty where the system does not tell. */
  readonly boot: string;
}

/** What can be said of a holder: it is at work, it is not, or there is no telling from here. */
export type LockOwnerState = "there" | "gone" | "unclear";

/** Sixteen digits that nobody else has. Node takes long to load its cryptography, and most runs write nothing. */
export const createToken = (): string => process.getBuiltinModule("node:crypto").randomBytes(8).toString("hex");

/** This process, as it tells others of itself. */
export const currentProcess = (disk: Disk): LockOwner => ({
  token: createToken(),
  pid: process.pid,
  start: startOf(disk, process.pid),
  host: hostname(),
  boot: readSystemFile(disk, "/proc/sys/kernel/random/boot_id").trim(),
});

/** Whether a holder is still there, seen from another process. */
export function lockOwnerState(
  holder: LockOwner | undefined,
  me: LockOwner,
  start: (pid: number) => string | undefined,
): LockOwnerState {
  if (holder === undefined || holder.host !== me.host) return "unclear";
  if (holder.boot !== me.boot) return "gone";
  const found = start(holder.pid);
  if (found === undefined) return "gone";
  // The number may have been given to another process since.
  return found === holder.start || found === "" || holder.start === "" ? "there" : "gone";
}

/** When a process was started; nothing where there is none. */
export function startOfRunningProcess(disk: Disk, pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user is there too.
    if (systemErrorCode(error) !== "EPERM") return undefined;
  }
  return startOf(disk, pid);
}

/** The 22nd field; the second is a name in brackets, which may hold anything. */
const startOf = (disk: Disk, pid: number): string =>
  readSystemFile(disk, `/proc/${pid}/stat`).split(") ").at(-1)?.split(" ")[19] ?? "";

/** What Linux tells in a file; nothing elsewhere. */
function readSystemFile(disk: Disk, path: string): string {
  try {
    return disk.readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Reads what a holder has written of itself; nothing where it has not come that far, or someone else has written. */
export function parseLockOwner(text: string): LockOwner | undefined {
  try {
    const { token, pid, start, host, boot } = JSON.parse(text) as LockOwner;
    const sound = /^[\da-f]{16}$/.test(token) && Number.isSafeInteger(pid) && pid > 0;
    return sound ? { token, pid, start: String(start), host: String(host), boot: String(boot) } : undefined;
  } catch {
    return undefined;
  }
}
