import { caps } from "../spec/limits.ts";

/** How far reading a document may go. Times are in milliseconds, sizes in bytes. */
export interface Limits {
  /** One try to get it, with all that it reads. */
  readonly total: number;
  /** The longest silence: before the answer begins, and between two parts of it. */
  readonly idle: number;
  /** What a document may have, packed or not. */
  readonly size: number;
  /** As many tries as there are waits between them, and one. */
  readonly waits: readonly number[];
  /** The longest wait that a server may ask for. Who asks for more is not asked again. */
  readonly patience: number;
  /** How often a slow download tells how far it is. */
  readonly progress: number;
}

export const limits: Limits = {
  total: 60_000,
  idle: 15_000,
  size: 32 * 2 ** 20,
  waits: [500, 2000],
  patience: 30_000,
  progress: 2000,
};

/** How many redirects are followed. */
export const maxRedirects = 3;

/** How deep a document may be nested. */
export const maxDepth = caps.depth;

/** YAML takes a second for each megabyte. */
export const maxYaml = 8 * 2 ** 20;

/** How many values a YAML document may have once its aliases are filled in. */
export const maxValues = caps.values;

/** How often aliases may be used, those that aliases lead to included. */
export const maxAliases = 100;
