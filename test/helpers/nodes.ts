import { fetched } from "./fetched.ts";

/** The newest of each line that the project runs on. */
const releases = { 20: "20.20.2", 24: "24.21.0" } as const;

/**
 * The program of a line of Node: this one, where it is of that line, else a fetched one. It is no dependency, because
 * npm puts the programs of dependencies before everyone's own: scripts would run on another Node than people think.
 *
 * @throws where it cannot be fetched.
 */
export const nodeOf = (line: keyof typeof releases): string =>
  process.versions.node.startsWith(`${line}.`)
    ? process.execPath
    : fetched(`node-${process.platform}-${process.arch}@${releases[line]}`, "bin/node");

/** The program of Node 24, or nothing where it cannot be had: there is no network, or no such package for this machine. */
export function node24(): string | undefined {
  try {
    return nodeOf(24);
  } catch {
    return undefined;
  }
}
