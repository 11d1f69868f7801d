import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

type Functions = Record<string, unknown>;

/** All ways out of the process except files. */
const exits: readonly (readonly [string, object, readonly string[]])[] = [
  ["child_process", childProcess, ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"]],
  ["dgram", dgram, ["createSocket"]],
  ["dns", dns, ["lookup", "resolve"]],
  ["dns.promises", dns.promises, ["lookup", "resolve"]],
  ["global", globalThis, ["fetch", "WebSocket"]],
  ["http", http, ["get", "request"]],
  ["http2", http2, ["connect"]],
  ["https", https, ["get", "request"]],
  ["net", net, ["connect", "createConnection"]],
  ["socket", net.Socket.prototype, ["connect"]],
];

/**
 * Runs some work with all ways out of the process blocked, except files in the given folders. Returns the result, and
 * what the work attempted: the paths of files, and functions such as `http.request`.
 */
export async function runIsolated<Result>(
  folders: readonly string[],
  work: () => Promise<Result>,
): Promise<{ result: Result; attempts: string[] }> {
  const attempts: string[] = [];
  const block = (attempt: string): never => {
    attempts.push(attempt);
    throw new Error(`${attempt} is blocked`);
  };
  const undo: (() => void)[] = [];
  const replace = (object: object, name: string, by: (original: never) => unknown): void => {
    const functions = object as Functions;
    const original = functions[name];
    if (typeof original !== "function") return;
    functions[name] = Object.assign(by(original as never) as object, original);
    undo.push(() => void Object.assign(functions, { [name]: original }));
  };
  for (const [module, object, names] of exits)
    for (const name of names) replace(object, name, () => () => block(`${module}.${name}`));
  for (const files of [fs, fs.promises])
    for (const name of Object.keys(files).filter((name) => /^[a-z]/.test(name)))
      replace(files, name, (original: (...args: unknown[]) => unknown) => (...args: unknown[]) => {
        const path = pathOf(args[0]);
        const isAllowed =
          path === undefined || folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
        return isAllowed ? original(...args) : block(path);
      });
  syncBuiltinESMExports();
  try {
    return { result: await work(), attempts };
  } finally {
    for (const each of undo) each();
    syncBuiltinESMExports();
  }
}

/** Returns the path in the first argument of a file function. Undefined for descriptors, whose files were allowed. */
function pathOf(argument: unknown): string | undefined {
  if (argument instanceof URL) return fileURLToPath(argument);
  return typeof argument === "string" || argument instanceof Uint8Array ? resolve(String(argument)) : undefined;
}
