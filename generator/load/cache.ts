import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, type Json } from "../spec/json.ts";

/** What a server gives a body so that it can be asked later whether there is another. */
export interface Validators {
  readonly etag: string | null;
  readonly modified: string | null;
}

/** A body of an earlier run. */
export interface Kept {
  readonly body: Buffer;
  /** The headers to ask this address with, for the body to be left out if it is the same. The body has one address. */
  readonly at: (address: URL) => Record<string, string> | undefined;
}

/** Where bodies are kept: beside the installed packages, never in what is committed. Deleting it is always safe. */
export const cacheFolder: string = join(import.meta.dirname, "../..", "node_modules/.cache/account-client-documents");

/** Node takes its time to load its cryptography: it is loaded by the first who has something to hash. */
const hash = (bytes: string | Buffer): string =>
  process.getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest("hex");

/** A file is a line of JSON and then the body, so that one never goes without the other. */
const place = (folder: string, url: URL): string => join(folder, hash(url.href));

/** The body of this address, if there is one and it is whole. */
export function recall(folder: string, url: URL): Kept | undefined {
  try {
    const file = readFileSync(place(folder, url));
    const end = file.indexOf("\n");
    const head: Json = JSON.parse(file.toString("utf8", 0, end));
    const body = file.subarray(end + 1);
    if (!isObject(head) || head.sha256 !== hash(body)) return undefined;
    const { etag, modified, from } = head;
    const conditions = {
      ...(typeof etag === "string" && { "if-none-match": etag }),
      ...(typeof modified === "string" && { "if-modified-since": modified }),
    };
    return { body, at: (address) => (hash(address.href) === from ? conditions : undefined) };
  } catch {
    // There is none, or it is damaged: then the document is pulled as if for the first time.
    return undefined;
  }
}

/** Keeps a body. Addresses are kept as hashes: a query may have a secret in it. */
export function keep(folder: string, url: URL, body: Buffer, from: URL, validators: Validators): void {
  const file = place(folder, url);
  const beside = `${file}.${process.pid}.tmp`;
  const head = JSON.stringify({ ...validators, from: hash(from.href), sha256: hash(body) });
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(beside, Buffer.concat([Buffer.from(`${head}\n`), body]));
    renameSync(beside, file);
    prune(folder);
  } catch {
    // Where nothing can be written, every run pulls the whole document.
    if (existsSync(beside)) rmSync(beside);
  }
}

/** Of how many addresses a body is kept. A project has one or two; what is older was a trial. */
const most = 8;

function prune(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const age = new Map(files.map((file) => [file, statSync(file).mtimeMs]));
  const newest = files.sort((a, b) => Number(age.get(b)) - Number(age.get(a)));
  for (const file of newest.slice(most)) rmSync(file, { force: true });
}
