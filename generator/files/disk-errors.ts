import { dirname } from "node:path";
import { type ErrorCode, GeneratorError, systemErrorCode } from "../util/errors.ts";

/** The errors of the generator by the codes of the system. */
const errorsByCode: Readonly<Record<string, readonly [code: ErrorCode, what: string, remedy: string]>> = {
  EROFS: ["OUTPUT_READ_ONLY", "the file system is read-only", "Make it writable, or pass another folder"],
  EACCES: ["OUTPUT_DENIED", "access is denied", "Check the owner and the permissions"],
  EPERM: ["OUTPUT_DENIED", "the system does not allow it", "Check the owner, the permissions and the file's flags"],
  ENOSPC: ["OUTPUT_FULL", "the disk is full", "Free some space and run again"],
  EDQUOT: ["OUTPUT_FULL", "the disk quota is exceeded", "Free some space and run again"],
  ENAMETOOLONG: ["OUTPUT_NAME", "the name is too long for the file system", "Choose a shorter path"],
  EXDEV: ["OUTPUT_DEVICE", "the file and its folder are on different file systems", "Mount folders, not single files"],
  EISDIR: ["OUTPUT_BLOCKED", "there is a folder instead of a file", "Move it away"],
  ENOTDIR: ["OUTPUT_BLOCKED", "there is a file instead of a folder", "Move it away"],
  EEXIST: ["OUTPUT_BLOCKED", "the path exists already", "Move it away"],
};

/** Converts an error of the system about a path. */
export function toGeneratorError(path: string, error: unknown): GeneratorError {
  if (error instanceof GeneratorError) return error;
  const name = systemErrorCode(error);
  const known = Object.hasOwn(errorsByCode, name) ? errorsByCode[name] : undefined;
  const [code, what, remedy] = known ?? ["OUTPUT_UNWRITABLE", "it cannot be written", "Check the folder and the disk"];
  // Users do not know the temporary files: it is their folder that cannot be written to.
  const isTemporary = path.endsWith(".tmp") && (code === "OUTPUT_DENIED" || code === "OUTPUT_READ_ONLY");
  return new GeneratorError(code, isTemporary ? dirname(path) : path, `${what} (${name})`, remedy);
}

/** Runs work on a path, and converts its errors. */
export function withPath<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw toGeneratorError(path, error);
  }
}

/** Runs work whose failure must not hide the result so far, such as cleaning up. */
export function ignoreErrors(work: () => void): void {
  try {
    work();
  } catch {}
}
