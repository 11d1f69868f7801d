import { toolFile } from "./tools.ts";

/** A line of Node that the project runs on. */
export type Line = 20 | 24;

/**
 * Returns the program of a line of Node: this one, where it is of that line, else the newest of it, which is fetched.
 * Returns undefined where it cannot be had: there is no network, or no such package for this machine.
 */
export function nodeOf(line: Line): string | undefined {
  if (process.versions.node.startsWith(`${line}.`)) return process.execPath;
  return toolFile(`node-${line}`, `node-${process.platform}-${process.arch}/bin/node`);
}
