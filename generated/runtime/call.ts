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
): Promise<Result<OperationAt<Paths, Path, Method>>> {
  const { body, path: values = {}, ...params } = (input ?? {}) as Groups;
  const message = { ...options, params: { ...params, path: values }, ...(body !== undefined && { body }) };
  const { error, response } = await client[transport](method, path, message);
  // What follows is true by the document: this body belongs to this status. The document is all that can say so.
  return (await settle(statuses as readonly (number | string)[], response, error)) as Result<
    OperationAt<Paths, Path, Method>
  >;
}

/** The groups of an input as they are at run time. */
interface Groups {
  path?: Record<string, unknown>;
  query?: object;
  header?: object;
  cookie?: object;
  body?: unknown;
}

/** Sorts an answer in: a documented success, a documented failure, or `"unexpected"`. */
async function settle(statuses: readonly (number | string)[], response: Response, error: unknown) {
  const status = documented(statuses, response.status);
  const body = response.ok ? parse(await response.text(), response.status) : failure(error);
  const known = status !== "unexpected" && !(body instanceof NotJson);
  if (response.ok && known) return { ok: true, status, data: body, response };
  return { ok: false, status: known ? status : "unexpected", error: body, response };
}

/** The body of a success. Of all answers only 204 and 205 are right to be empty. */
function parse(text: string, status: number): unknown {
  if (text === "" && (status === 204 || status === 205)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return new NotJson(text);
  }
}

/** The body of a failure, which openapi-fetch has read: parsed where it is JSON, else its text, else nothing. */
const failure = (error: unknown): unknown =>
  typeof error === "object" && error !== null ? error : new NotJson(String(error ?? ""));

/** The document's entry for a status: itself, its range (`4XX`), `default`, or none. */
function documented(statuses: readonly (number | string)[], status: number): number | string {
  return [status, `${Math.trunc(status / 100)}XX`, "default"].find((entry) => statuses.includes(entry)) ?? "unexpected";
}
