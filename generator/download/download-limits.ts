import { documentLimits } from "../document/limits.ts";
import { GeneratorError } from "../util/errors.ts";

/** Limits of a download. */
export interface DownloadLimits {
  /** The time limit of one attempt, including reading the body. */
  readonly attemptTimeoutMs: number;
  /** The longest pause before the response and between two chunks of it. */
  readonly idleTimeoutMs: number;
  /** The size of a document, before and after decompression. */
  readonly maxBytes: number;
  /** The delays between attempts. There is one attempt more than delays. */
  readonly retryDelaysMs: readonly number[];
  /** The longest `Retry-After` that is respected. A longer one ends the attempts. */
  readonly maxRetryAfterMs: number;
  /** The interval between progress reports. */
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

/** The number of redirects that are followed. */
export const maxRedirects = 3;

/** The nesting depth of a document. */
export const maxDepth = documentLimits.depth;

/** The size of a YAML document. Parsing YAML takes a second per megabyte. */
export const maxYamlBytes = 8 * 2 ** 20;

/** The number of values in a YAML document after its aliases are resolved. */
export const maxValues = documentLimits.values;

/** The number of alias uses, including those inside of aliased values. */
export const maxAliases = 100;

/** Formats a size for people: `650 kB`, `1.3 MB`. */
export const formatBytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

export const tooLarge = (source: string, limit: number): GeneratorError =>
  new GeneratorError(
    "SOURCE_TOO_LARGE",
    source,
    `the document is larger than ${formatBytes(limit)}`,
    "No API document is that large: check the source",
  );
