import { readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { compareCodePoints, type Json } from "../document/json.ts";
import { clock as systemClock } from "../util/clock.ts";
import { GeneratorError, systemErrorCode } from "../util/errors.ts";
import { decodeUtf8, gunzip } from "./decode.ts";
import type { DownloadOptions } from "./download.ts";
import { type DownloadLimits, defaultLimits, tooLarge } from "./download-limits.ts";
import { parseDocument } from "./parse-document.ts";
import { readFile } from "./read-file.ts";
import { isUrl, withoutCredentials } from "./url.ts";

export { isUrl };

/** A parsed document with its origin. */
export interface LoadedDocument {
  readonly document: Json;
  /** The URL without credentials, or the name of the file without its folder. */
  readonly source: string;
  readonly from: "url" | "file";
  /** The size after decompression. */
  readonly bytes: number;
}

export interface LoadOptions extends Partial<Omit<DownloadOptions, "limits" | "notice">> {
  /** The folder that relative paths start from. Defaults to that of the process. */
  readonly folder?: string;
  /** Receives the progress of a slow download. */
  readonly notice?: DownloadOptions["notice"] | undefined;
  readonly limits?: Partial<DownloadLimits>;
  /** Whether duplicate keys are accepted: for documents that are only compared. */
  readonly trusting?: boolean;
}

/** Reads a document from a URL or a file: JSON or YAML, with or without byte order mark, gzipped or not. */
export async function loadDocument(source: string, options: LoadOptions = {}): Promise<LoadedDocument> {
  const limits = { ...defaultLimits, ...options.limits };
  const safeSource = withoutCredentials(source);
  const read = async (packed: Buffer) => {
    const bytes = await gunzip(packed, safeSource, limits.maxBytes);
    return {
      document: await parseDocument(decodeUtf8(bytes, safeSource), safeSource, options.trusting),
      bytes: bytes.length,
    };
  };
  if (!isUrl(source))
    return {
      ...(await read(readFile(source, limits.maxBytes, options.folder))),
      source: basename(source),
      from: "file",
    };

  const { download } = await import("./download.ts");
  const { notice = () => {}, cache, environment = process.env, clock = systemClock } = options;
  const { body, keep } = await download(source, { limits, notice, cache, environment, clock });
  const loaded = await read(body);
  keep();
  return { ...loaded, source: safeSource, from: "url" };
}

/** The folder and the environment that git runs in. They default to those of the process. */
export type GitOptions = Pick<LoadOptions, "folder" | "environment">;

/** Reads a file from a commit, branch or tag. */
export async function loadFromGit(ref: string, path: string, from: GitOptions = {}): Promise<LoadedDocument> {
  const source = `git:${ref}`;
  const bytes = await readFromGit(source, ref, path, from);
  return {
    document: await parseDocument(decodeUtf8(bytes, source), source),
    source,
    from: "file",
    bytes: bytes.length,
  };
}

async function readFromGit(source: string, ref: string, path: string, from: GitOptions): Promise<Buffer> {
  const { execFileSync } = await import("node:child_process");
  try {
    // Without `--end-of-options`, a ref that starts with a dash would be an option.
    const argv = ["cat-file", "blob", "--end-of-options", `${ref}:./${path}`];
    return execFileSync("git", argv, {
      cwd: from.folder,
      env: from.environment ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: defaultLimits.maxBytes,
    });
  } catch (error) {
    if (systemErrorCode(error) === "ENOBUFS") throw tooLarge(source, defaultLimits.maxBytes);
    const stderr = error instanceof Error && "stderr" in error ? String(error.stderr ?? "") : "";
    const what = `git has no ${path} there (${stderr.split("\n")[0] || systemErrorCode(error)})`;
    throw new GeneratorError("SOURCE_UNREADABLE", source, what, "Check the ref, and fetch it if necessary");
  }
}

/** Lists the dated copies in a folder, oldest first: files with a date in their name. */
export function datedFiles(folder: string, from = "."): string[] {
  try {
    return readdirSync(resolve(from, folder))
      .flatMap((name) => {
        const [, year, month, day] = /(\d{4})-?(\d{2})-?(\d{2}).*\.(?:json|ya?ml)(?:\.gz)?$/.exec(name) ?? [];
        return year === undefined ? [] : [{ name, date: `${year}${month}${day}` }];
      })
      .sort((a, b) => compareCodePoints(a.date + a.name, b.date + b.name))
      .map(({ name }) => join(folder, name));
  } catch (error) {
    const what = `the folder cannot be read (${systemErrorCode(error)})`;
    throw new GeneratorError("SOURCE_UNREADABLE", folder, what, "Check the path");
  }
}
