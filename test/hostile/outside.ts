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

/** Whatever leads out of the process but files. */
const ways: readonly (readonly [string, object, readonly string[]])[] = [
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
 * Does some work while every way out of the process is closed, but to files below these folders. Gives what the work
 * came to, and what it tried: a file as its path, anything else as `http.request`.
 */
export async function shutIn<Result>(
  folders: readonly string[],
  work: () => Promise<Result>,
): Promise<{ result: Result; tried: string[] }> {
  const tried: string[] = [];
  const closed = (what: string): never => {
    tried.push(what);
    throw new Error(`${what} is closed`);
  };
  const undo: (() => void)[] = [];
  const replace = (object: object, name: string, by: (original: never) => unknown): void => {
    const functions = object as Functions;
    const original = functions[name];
    if (typeof original !== "function") return;
    functions[name] = Object.assign(by(original as never) as object, original);
    undo.push(() => void Object.assign(functions, { [name]: original }));
  };
  for (const [where, object, names] of ways)
    for (const name of names) replace(object, name, () => () => closed(`${where}.${name}`));
  for (const files of [fs, fs.promises])
    for (const name of Object.keys(files).filter((name) => /^[a-z]/.test(name)))
      replace(files, name, (original: (...args: unknown[]) => unknown) => (...args: unknown[]) => {
        const path = pathOf(args[0]);
        const open = path === undefined || folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
        return open ? original(...args) : closed(path);
      });
  syncBuiltinESMExports();
  try {
    return { result: await work(), tried };
  } finally {
    for (const each of undo) each();
    syncBuiltinESMExports();
  }
}

/** Paths come as texts, bytes or addresses; descriptors belong to files that were let pass. */
function pathOf(given: unknown): string | undefined {
  if (given instanceof URL) return fileURLToPath(given);
  return typeof given === "string" || given instanceof Uint8Array ? resolve(String(given)) : undefined;
}
