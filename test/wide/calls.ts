import { isDeepStrictEqual } from "node:util";
import { asObject, type JsonObject } from "../../generator/document/json.ts";
import { listen, type Reply, type Seen } from "../helpers/listen.ts";
import { answer } from "./answer.ts";
import { arrived, toArrive } from "./bodies.ts";
import type { Module } from "./client.ts";
import { type RawOperation, rawOperations } from "./raw.ts";
import { request, secret, type Wanted } from "./request.ts";

/** What calling a client came to: how many operations were called, and what was not as the document has it. */
export interface Calls {
  readonly called: number;
  readonly problems: readonly string[];
}

/** Calls operations of a client once each, all of the document's unless told, against a server that answers from it. */
export async function callEach(
  document: JsonObject,
  client: Module,
  operations: readonly RawOperation[] = rawOperations(document),
): Promise<Calls> {
  let reply: Reply = {};
  const server = await listen(() => reply);
  const create = Object.entries(client).find(([name]) => /^create\w+Client$/.test(name))?.[1] as Function_;
  const connection = create({ ...credentials(document), baseUrl: server.url, retry: false });
  const problems: string[] = [];
  for (const operation of operations) {
    const { input, wanted } = request(document, operation);
    const given = answer(document, operation);
    reply = given.reply;
    server.seen.length = 0;
    const say = (what: string, want: unknown, got: unknown) => {
      if (!isDeepStrictEqual(want, got))
        problems.push(`${operation.method} ${operation.path}: ${what} ${text(got)}, not ${text(want)}`);
    };
    try {
      const result = (await named(client, operation)(connection, input)) as Record<string, unknown>;
      const { ok, status, data = result.error } = result;
      say("gives", given.result, { ok, status, data: await read(data) });
    } catch (error) {
      say("throws", undefined, String(error));
    }
    say("requests", 1, server.seen.length);
    for (const seen of server.seen) await compare(wanted, seen, say);
  }
  server.close();
  return { called: operations.length, problems };
}

/** What proves who calls, in every form that a client may ask for it. */
function credentials(document: JsonObject) {
  const login = { username: secret, password: secret };
  const schemes = Object.entries(asObject(asObject(document.components).securitySchemes));
  const byName = schemes.map(([name, scheme]) => [name, asObject(scheme).scheme === "basic" ? login : secret]);
  const [[, only] = []] = schemes;
  if (asObject(only).scheme === "basic" && schemes.length === 1) return login;
  return { apiKey: secret, accessToken: secret, credentials: Object.fromEntries(byName) };
}

/** What is no JSON comes as bytes or as a stream of them. */
const read = async (data: unknown): Promise<unknown> =>
  data instanceof Blob || data instanceof ReadableStream ? new Response(data).text() : data;

type Function_ = (...args: unknown[]) => unknown;

const text = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 300);

/** The function of an operation: by its id where that can be a name, else by what the client says of itself. */
function named(client: Module, { id, method, path }: RawOperation): Function_ {
  const found = Object.entries(client.operations).find(([, each]) => each.method === method && each.path === path);
  const name = found?.[0] ?? "";
  if (id !== undefined && /^[A-Za-z]\w*$/.test(id) && name !== id && name !== `${id}_`)
    throw new Error(`${id} is called ${name}`);
  return client[name] as Function_;
}

type Say = (what: string, want: unknown, got: unknown) => void;

/** Holds a request to what it has to be. */
async function compare(wanted: Wanted, { method, url, headers, body }: Seen, say: Say): Promise<void> {
  const { pathname, searchParams } = new URL(url, "http://server");
  say("method", wanted.method, method);
  say("path", wanted.path, pathname.split("/").map(decodeURIComponent));
  say("query", [...wanted.query].sort(), [...searchParams].sort());
  for (const [name, value] of Object.entries(wanted.headers)) say(`header ${name}`, value, headers[name]);
  const cookies = headers.cookie?.split("; ").map((pair) => decodeURIComponent(pair).split("=")) ?? [];
  say("cookies", [...wanted.cookies].sort(), cookies.sort());
  const type = headers["content-type"];
  say("media type", wanted.type, type?.split(";")[0]);
  if (type?.startsWith(wanted.type ?? "")) say("body", toArrive(type, wanted.body), await arrived(type, body));
}
