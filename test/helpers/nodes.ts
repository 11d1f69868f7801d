import { fetched } from "./fetched.ts";

/** The newest of each line that the project runs on. */
const releases = { 20: "20.20.2", 24: "24.21.0" } as const;

/** A line of Node. */
export type Line = keyof typeof releases;

/**
 * The program of a line of Node: this one, where it is of that line, else a fetched one. It is no dependency, because
 * npm puts the programs of dependencies before everyone's own: scripts would run on another Node than people think.
 * Nothing where it cannot be had: there is no network, or no such package for this machine.
 */
export function nodeOf(line: Line): string | undefined {
  if (process.versions.node.startsWith(`${line}.`)) return process.execPath;
  try {
    return fetched(`node-${process.platform}-${process.arch}@${releases[line]}`, "bin/node");
  } catch {
    return undefined;
  }
}
