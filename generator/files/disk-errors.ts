import { dirname } from "node:path";
import { type ErrorCode, GeneratorError, systemErrorCode } from "../util/errors.ts";

/** What the system's refusals mean for those who run the generator, and what they can do. */
const errorsByCode: Readonly<Record<string, readonly [code: ErrorCode, what: string, remedy: string]>> = {
  EROFS: ["OUTPUT_READ_ONLY", "the file system is read-only", "Make it writable, or give another folder"],
  EACCES: ["OUTPUT_DENIED", "access is denied", "Check the owner and the permissions"],
  EPERM: ["OUTPUT_DENIED", "the system does not permit it", "Check the owner, the permissions and the file's flags"],
  ENOSPC: ["OUTPUT_FULL", "the disk is full", "Make room and run again"],
  EDQUOT: ["OUTPUT_FULL", "the disk quota is used up", "Make room and run again"],
  ENAMETOOLONG: ["OUTPUT_NAME", "the name is too long for the file system", "Choose a shorter path"],
  EXDEV: ["OUTPUT_DEVICE", "a file system ends between the file and its folder", "Mount folders, not single files"],
  EISDIR: ["OUTPUT_BLOCKED", "a folder is in the place of a file", "Move it away"],
  ENOTDIR: ["OUTPUT_BLOCKED", "a file is in the place of a folder", "Move it away"],
  EEXIST: ["OUTPUT_BLOCKED", "something else is in its place", "Move it away"],
};

/** What the system said of a path, in words. */
export function toGeneratorError(path: string, error: unknown): GeneratorError {
  if (error instanceof GeneratorError) return error;
  const name = systemErrorCode(error);
  const known = Object.hasOwn(errorsByCode, name) ? errorsByCode[name] : undefined;
  const [code, what, remedy] = known ?? ["OUTPUT_UNWRITABLE", "it cannot be written", "Check the folder and the disk"];
  // What lies beside a file for a moment means nothing to anybody: it is the folder that lets nothing in.
  const closed = path.endsWith(".tmp") && (code === "OUTPUT_DENIED" || code === "OUTPUT_READ_ONLY");
  return new GeneratorError(code, closed ? dirname(path) : path, `${what} (${name})`, remedy);
}

/** Does something with a path; what the system has against it is said of that path. */
export function withPath<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw toGeneratorError(path, error);
  }
}

/** Does what can be done after something has gone wrong already, or has come out well: that is what gets told. */
export function ignoreErrors(work: () => void): void {
  try {
    work();
  } catch {}
}
