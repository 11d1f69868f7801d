import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode, GeneratorError } from "./errors.ts";
import type { Json } from "./spec/json.ts";

/** A parsed document and where it came from. */
export interface Loaded {
  readonly document: Json;
  /** The address, or the name of the file without its folder. */
  readonly source: string;
  readonly from: "url" | "file";
  /** Decoded size. */
  readonly bytes: number;
}

export const isUrl = (source: string): boolean => /^https?:\/\//i.test(source);

/** Reads a document from an address or a file: JSON or YAML, with or without byte order mark, gzipped or not. */
export async function load(source: string): Promise<Loaded> {
  const url = isUrl(source);
  const bytes = await decompress(url ? await pull(source) : readFile(source), source);
  const text = decode(bytes, source);
  return {
    document: await parse(text, source),
    source: url ? withoutCredentials(source) : basename(source),
    from: url ? "url" : "file",
    bytes: bytes.length,
  };
}

/** A file as git has it at a commit, branch or tag. */
export async function loadFromGit(ref: string, path: string): Promise<Loaded> {
  const source = `git:${ref}`;
  const { execFileSync } = await import("node:child_process");
  try {
    // A name that starts with a dash would be an option.
    const argv = ["cat-file", "blob", "--end-of-options", `${ref}:./${path}`];
    const text = execFileSync("git", argv, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 26 });
    return { document: JSON.parse(text), source, from: "file", bytes: text.length };
  } catch (error) {
    const said = Object(error).stderr ?? "";
    const what = `git has no ${path} there (${String(said).split("\n")[0] || errorCode(error)})`;
    throw new GeneratorError("SOURCE_UNREADABLE", source, what, "Check the name, and that it has been fetched");
  }
}

/** The dated copies in a folder, the oldest first: files with a date in their name. */
export function datedFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\d{4}-?\d{2}-?\d{2}.*\.(?:json|ya?ml)(?:\.gz)?$/.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    const what = `the folder cannot be read (${errorCode(error)})`;
    throw new GeneratorError("SOURCE_UNREADABLE", folder, what, "Check the path");
  }
}

/** An address as it may be written down. */
function withoutCredentials(address: string): string {
  const url = new URL(address);
  if (url.username === "" && url.password === "") return address;
  return Object.assign(url, { username: "", password: "" }).href;
}

/** How long to wait before trying again, in milliseconds. As many tries as there are waits, and one. */
const waits = [500, 2000];

/** How long one try may take as a whole, in milliseconds. */
const timeout = 60_000;

/** Asks for an address until it answers, it says no, or it is clear that it will not. */
async function pull(url: string): Promise<Buffer> {
  for (let attempt = 0; ; attempt++) {
    const answer = await get(url);
    if (Buffer.isBuffer(answer)) return answer;
    const wait = waits[attempt];
    if (!answer.again || wait === undefined)
      throw new GeneratorError("SOURCE_UNREACHABLE", url, answer.reason, "Try again later, or give another --source");
    await sleep(wait);
  }
}

async function get(url: string): Promise<Buffer | { reason: string; again: boolean }> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeout),
      headers: { accept: "application/json, application/yaml" },
    });
    const status = `the server answered ${response.status} ${response.statusText}`.trim();
    if (response.ok) return Buffer.from(await response.arrayBuffer());
    if (response.status === 429 || response.status >= 500) return { reason: status, again: true };
    throw new GeneratorError("SOURCE_REFUSED", url, status, "Check the address");
  } catch (error) {
    if (error instanceof GeneratorError) throw error;
    return failure(error);
  }
}

/** Why there was no answer, in words. A name that does not resolve will not resolve in two seconds either. */
function failure(error: unknown): { reason: string; again: boolean } {
  if (error instanceof DOMException) return { reason: `no answer within ${timeout / 1000} seconds`, again: true };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const dns = code === "ENOTFOUND" || code === "EAI_AGAIN";
  return {
    reason: dns ? `the host name does not resolve (${code})` : `no connection (${code || String(cause)})`,
    again: !dns,
  };
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new GeneratorError(
      "SOURCE_UNREADABLE",
      path,
      `${resolve(path)} cannot be read (${errorCode(error)})`,
      "Check the path",
    );
  }
}

async function decompress(bytes: Buffer, source: string): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const { gunzipSync } = await import("node:zlib");
  try {
    return gunzipSync(bytes);
  } catch {
    throw new GeneratorError(
      "SOURCE_ENCODING",
      source,
      "the gzip data is damaged or cut off",
      "Get the document again",
    );
  }
}

function decode(bytes: Buffer, source: string): string {
  if (!isUtf8(bytes))
    throw new GeneratorError("SOURCE_ENCODING", source, "the document is not UTF-8", "Save it as UTF-8");
  const text = bytes.toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** JSON where it looks like an object, else YAML. The parser for YAML is loaded only when it is needed. */
export async function parse(text: string, source: string): Promise<Json> {
  const start = text.trimStart();
  if (start === "") throw new GeneratorError("SOURCE_EMPTY", source, "the document is empty", "Check the source");
  if (start.startsWith("<"))
    throw new GeneratorError(
      "SOURCE_HTML",
      source,
      "this is a web page, not a document",
      "Give the address of the JSON or YAML itself",
    );
  try {
    if (/^[{[]/.test(start)) return JSON.parse(text);
    const yaml = await import("yaml");
    return yaml.parse(text);
  } catch (error) {
    throw new GeneratorError(
      "SOURCE_SYNTAX",
      source,
      `the document does not parse: ${syntaxMessage(error, text)}`,
      "Check that the document is whole",
    );
  }
}

/** Says where, whichever parser it was: JSON.parse gives a position, the YAML parser a line. */
function syntaxMessage(error: unknown, text: string): string {
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  const position = /\s*(?:in JSON )?at position (\d+).*$/.exec(message);
  if (!position) return message.replace(/:$/, "");
  const before = text.slice(0, Number(position[1])).split("\n");
  return `${message.slice(0, position.index)} at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
