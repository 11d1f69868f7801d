import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, type Json } from "../document/json.ts";
import { cacheFile } from "../files/write-atomic.ts";
import { sha256 } from "../util/hash.ts";

/** The validators of a response, for conditional requests (RFC 9110, 13.1). */
export interface Validators {
  readonly etag: string | null;
  readonly modified: string | null;
}

/** A body that an earlier run cached. */
export interface CachedBody {
  readonly body: Buffer;
  /** The headers of a conditional request to a URL. A body belongs to one URL. */
  readonly conditionalHeaders: (url: URL) => Record<string, string> | undefined;
}

/** Reads the cached body of a URL, unless it is missing or damaged. The file has a line of JSON, then the body. */
export function readCachedBody(folder: string, url: URL): CachedBody | undefined {
  try {
    const file = readFileSync(join(folder, sha256(url.href)));
    const end = file.indexOf("\n");
    const head: Json = JSON.parse(file.toString("utf8", 0, end));
    const body = file.subarray(end + 1);
    if (!isObject(head) || head.sha256 !== sha256(body)) return undefined;
    const { etag, modified, from } = head;
    const conditions = {
      ...(typeof etag === "string" && { "if-none-match": etag }),
      ...(typeof modified === "string" && { "if-modified-since": modified }),
    };
    return { body, conditionalHeaders: (requested) => (sha256(requested.href) === from ? conditions : undefined) };
  } catch {
    // Missing or damaged: the document is downloaded as if for the first time.
    return undefined;
  }
}

/** The number of bodies that are cached. A project has one or two sources; older ones were trials. */
const maxBodies = 8;

/** Caches a body. URLs are stored as hashes, because a query may contain a secret. */
export function writeCachedBody(folder: string, url: URL, body: Buffer, from: URL, validators: Validators): void {
  const head = JSON.stringify({ ...validators, from: sha256(from.href), sha256: sha256(body) });
  cacheFile(folder, sha256(url.href), Buffer.concat([Buffer.from(`${head}\n`), body]), maxBodies);
}
