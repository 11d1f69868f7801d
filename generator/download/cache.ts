import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, type Json } from "../document/json.ts";
import { cacheFile } from "../files/write-atomic.ts";
import { sha256 } from "../util/hash.ts";

/** What a server gives a body so that it can be asked later whether there is another. */
export interface Validators {
  readonly etag: string | null;
  readonly modified: string | null;
}

/** A body of an earlier run. */
export interface CachedBody {
  readonly body: Buffer;
  /** The headers to ask this address with, for the body to be left out if it is the same. The body has one address. */
  readonly conditionalHeaders: (address: URL) => Record<string, string> | undefined;
}

/** The body of this address, if there is one and it is whole. It follows a line of JSON: one never goes without the other. */
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
    return { body, conditionalHeaders: (address) => (sha256(address.href) === from ? conditions : undefined) };
  } catch {
    // There is none, or it is damaged: then the document is pulled as if for the first time.
    return undefined;
  }
}

/** Of how many addresses a body is kept. A project has one or two; what is older was a trial. */
const maxBodies = 8;

/** Keeps a body. Addresses are kept as hashes: a query may have a secret in it. */
export function writeCachedBody(folder: string, url: URL, body: Buffer, from: URL, validators: Validators): void {
  const head = JSON.stringify({ ...validators, from: sha256(from.href), sha256: sha256(body) });
  cacheFile(folder, sha256(url.href), Buffer.concat([Buffer.from(`${head}\n`), body]), maxBodies);
}
