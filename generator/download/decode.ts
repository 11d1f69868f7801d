import { isUtf8 } from "node:buffer";
import { GeneratorError, systemErrorCode } from "../util/errors.ts";
import { tooLarge } from "./download-limits.ts";

/** Decompresses gzip data; other data stays as it is. Stops at the limit, since a few bytes may expand to a huge document. */
export async function gunzip(bytes: Buffer, source: string, limit: number): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const { gunzipSync } = await import("node:zlib");
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (systemErrorCode(error) === "ERR_BUFFER_TOO_LARGE") throw tooLarge(source, limit);
    throw new GeneratorError(
      "SOURCE_ENCODING",
      source,
      "the gzip data is damaged or truncated",
      "Download the document again",
    );
  }
}

/** Decodes UTF-8 and removes a byte order mark. A document that starts with a zero byte is UTF-16 or UTF-32. */
export function decodeUtf8(bytes: Buffer, source: string): string {
  if (!isUtf8(bytes) || bytes.subarray(0, 2).includes(0))
    throw new GeneratorError("SOURCE_ENCODING", source, "the document is not UTF-8", "Save it as UTF-8");
  const text = bytes.toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
