import { type CallOptions, type Client, transport } from "./client.js";
import type { Arguments } from "./input.js";
import { NotJson, type OperationType, type Result } from "./result.js";

/** The operation of a path and method: how a call is held to its place in the document. */
export type OperationAt<Paths, Path, Method> = Path extends keyof Paths
  ? Method extends string
    ? Lowercase<Method> extends keyof Paths[Path]
      ? Extract<Paths[Path][Lowercase<Method>], OperationType>
      : never
    : never
  : never;

/** What an answer's body is, where it is not JSON. By the document's statuses. */
export type Bodies = Readonly<Record<number | string, "none" | "text">>;

/**
 * Sends one operation and tells its answer apart by the statuses the document lists.
 *
 * @throws {TypeError} for a path value that cannot be sent, and what `fetch` throws when there is no answer.
 */
export async function call<Paths, Path extends keyof Paths & string, Method extends string>(
  client: Client<Paths>,
  method: Method,
  path: Path,
  statuses: readonly (keyof OperationAt<Paths, Path, Method>["responses"])[],
  input: Arguments<OperationAt<Paths, Path, Method>, CallOptions>[0],
  options?: CallOptions,
  bodies: Bodies = {},
): Promise<Result<OperationAt<Paths, Path, Method>>> {
  const { body, path: values = {}, ...params } = (input ?? {}) as Groups;
  const message = { ...options, params: { ...params, path: values }, ...(body !== undefined && { body }) };
  const { error, response } = await client[transport](method, path, message);
  const status = documented(statuses as readonly (number | string)[], response.status);
  const content = await read(bodies[status] ?? "json", response, error);
  // Which body belongs to which status is what the document says, and nothing but the document can say it.
  return settle(status, content, response) as Result<OperationAt<Paths, Path, Method>>;
}

/** The groups of an input as they are at run time. */
interface Groups {
  path?: Record<string, unknown>;
  query?: object;
  header?: object;
  cookie?: object;
  body?: unknown;
}

/** The document's entry for a status: itself, its range (`4XX`), `default`, or none. */
function documented(statuses: readonly (number | string)[], status: number): number | string {
  return [status, `${Math.trunc(status / 100)}XX`, "default"].find((entry) => statuses.includes(entry)) ?? "unexpected";
}

/** The body of an answer. openapi-fetch has left that of a success unread, and read and parsed that of a failure. */
async function read(kind: "json" | "none" | "text", response: Response, error: unknown): Promise<unknown> {
  if (kind === "none") return undefined;
  if (kind === "text") return response.ok ? response.text() : error;
  if (response.ok) return parse(await response.text());
  return typeof error === "object" && error !== null ? error : new NotJson(String(error ?? ""));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return new NotJson(text);
  }
}

/** Sorts an answer in: a documented success, a documented failure, or an unexpected one. */
function settle(status: number | string, body: unknown, response: Response) {
  const known = status !== "unexpected" && !(body instanceof NotJson);
  if (response.ok && known) return { ok: true, status, data: body, response };
  return { ok: false, status: known ? status : "unexpected", error: body, response };
}
