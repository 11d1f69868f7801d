import { documentLimits } from "../document/limits.ts";
import { GeneratorError } from "../util/errors.ts";

/** How far reading a document may go. Times are in milliseconds, sizes in bytes. */
export interface DownloadLimits {
  /** One try to get it, with all that it reads. */
  readonly attemptTimeoutMs: number;
  /** The longest silence: before the answer begins, and between two parts of it. */
  readonly idleTimeoutMs: number;
  /** What a document may have, packed or not. */
  readonly maxBytes: number;
  /** As many tries as there are waits between them, and one. */
  readonly retryDelaysMs: readonly number[];
  /** The longest wait that a server may ask for. Who asks for more is not asked again. */
  readonly maxRetryAfterMs: number;
  /** How often a slow download tells how far it is. */
  readonly progressIntervalMs: number;
}

export const defaultLimits: DownloadLimits = {
  attemptTimeoutMs: 60_000,
  idleTimeoutMs: 15_000,
  maxBytes: 32 * 2 ** 20,
  retryDelaysMs: [500, 2000],
  maxRetryAfterMs: 30_000,
  progressIntervalMs: 2000,
};

/** How many redirects are followed. */
export const maxRedirects = 3;

/** How deep a document may be nested. */
export const maxDepth = documentLimits.depth;

/** YAML takes a second for each megabyte. */
export const maxYamlBytes = 8 * 2 ** 20;

/** How many values a YAML document may have once its aliases are filled in. */
export const maxValues = documentLimits.values;

/** How often aliases may be used, those that aliases lead to included. */
export const maxAliases = 100;

/** A size for people: `650 kB`, `1.3 MB`. */
export const formatBytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

export const tooLarge = (source: string, limit: number): GeneratorError =>
  new GeneratorError(
    "SOURCE_TOO_LARGE",
    source,
    `the document has more than ${formatBytes(limit)}`,
    "No API needs that many: check the source",
  );
