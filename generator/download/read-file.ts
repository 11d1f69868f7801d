import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { GeneratorError, systemErrorCode } from "../util/errors.ts";
import { tooLarge } from "./download-limits.ts";

/** Reads the bytes of a file. The size of a pipe is unknown, so reading stops at the limit. */
export function readFile(path: string, limit: number, folder = "."): Buffer {
  try {
    const file = openSync(resolve(folder, path), "r");
    try {
      const stat = fstatSync(file);
      if (stat.isFile()) {
        if (stat.size > limit) throw tooLarge(path, limit);
        return readFileSync(file);
      }
      const chunks: Buffer[] = [];
      for (let length = 0; ; ) {
        const chunk = Buffer.allocUnsafe(2 ** 20);
        const count = readSync(file, chunk);
        if (count === 0) return Buffer.concat(chunks, length);
        length += count;
        if (length > limit) throw tooLarge(path, limit);
        chunks.push(chunk.subarray(0, count));
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof GeneratorError) throw error;
    const what = `${resolve(folder, path)} cannot be read (${systemErrorCode(error)})`;
    throw new GeneratorError("SOURCE_UNREADABLE", path, what, "Check the path");
  }
}
