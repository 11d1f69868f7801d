import { readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode, GeneratorError } from "./errors.ts";
import { isUrl, withoutCredentials } from "./load/address.ts";
import { decode, unpack } from "./load/decode.ts";
import { readFile } from "./load/file.ts";
import { type Limits, limits } from "./load/limits.ts";
import { parse } from "./load/parse.ts";
import type { PullOptions } from "./load/pull.ts";
import { tooLarge } from "./load/size.ts";
import { compare, type Json } from "./spec/json.ts";

export { isUrl };

/** A parsed document and where it came from. */
export interface Loaded {
  readonly document: Json;
  /** The address, or the name of the file without its folder. */
  readonly source: string;
  readonly from: "url" | "file";
  /** Decoded size. */
  readonly bytes: number;
}

export interface LoadOptions extends Partial<Omit<PullOptions, "limits" | "notice">> {
  /** The folder that a relative path starts from. Defaults to that of the process. */
  readonly folder?: string;
  /** Told how far a slow download is. */
  readonly notice?: PullOptions["notice"] | undefined;
  readonly limits?: Partial<Limits>;
  /** Whether two equal keys may pass: for documents that are compared and not made into anything. */
  readonly trusting?: boolean;
}

/** Reads a document from an address or a file: JSON or YAML, with or without byte order mark, gzipped or not. */
export async function load(source: string, options: LoadOptions = {}): Promise<Loaded> {
  const within = { ...limits, ...options.limits };
  const shown = withoutCredentials(source);
  const read = async (packed: Buffer) => {
    const bytes = await unpack(packed, shown, within.size);
    return { document: await parse(decode(bytes, shown), shown, options.trusting), bytes: bytes.length };
  };
  if (!isUrl(source))
    return { ...(await read(readFile(source, within.size, options.folder))), source: basename(source), from: "file" };

  const { pull } = await import("./load/pull.ts");
  const { notice = () => {}, cache, environment = process.env, wait = sleep } = options;
  const { body, keep } = await pull(source, { limits: within, notice, cache, environment, wait });
  const loaded = await read(body);
  keep();
  return { ...loaded, source: shown, from: "url" };
}

/** Where git is asked. Both default to those of the process. */
export type GitOptions = Pick<LoadOptions, "folder" | "environment">;

/** A file as git has it at a commit, branch or tag. */
export async function loadFromGit(ref: string, path: string, from: GitOptions = {}): Promise<Loaded> {
  const source = `git:${ref}`;
  const bytes = await readFromGit(source, ref, path, from);
  return { document: await parse(decode(bytes, source), source), source, from: "file", bytes: bytes.length };
}

async function readFromGit(source: string, ref: string, path: string, from: GitOptions): Promise<Buffer> {
  const { execFileSync } = await import("node:child_process");
  try {
    // A name that starts with a dash would be an option.
    const argv = ["cat-file", "blob", "--end-of-options", `${ref}:./${path}`];
    return execFileSync("git", argv, {
      cwd: from.folder,
      env: from.environment ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: limits.size,
    });
  } catch (error) {
    if (errorCode(error) === "ENOBUFS") throw tooLarge(source, limits.size);
    const said = Object(error).stderr ?? "";
    const what = `git has no ${path} there (${String(said).split("\n")[0] || errorCode(error)})`;
    throw new GeneratorError("SOURCE_UNREADABLE", source, what, "Check the name, and that it has been fetched");
  }
}

/** The dated copies in a folder, the oldest first: files with a date in their name. */
export function datedFiles(folder: string, from = "."): string[] {
  try {
    return readdirSync(resolve(from, folder))
      .flatMap((name) => {
        const [, year, month, day] = /(\d{4})-?(\d{2})-?(\d{2}).*\.(?:json|ya?ml)(?:\.gz)?$/.exec(name) ?? [];
        return year === undefined ? [] : [{ name, date: `${year}${month}${day}` }];
      })
      .sort((a, b) => compare(a.date + a.name, b.date + b.name))
      .map(({ name }) => join(folder, name));
  } catch (error) {
    const what = `the folder cannot be read (${errorCode(error)})`;
    throw new GeneratorError("SOURCE_UNREADABLE", folder, what, "Check the path");
  }
}
