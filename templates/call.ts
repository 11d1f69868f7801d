import { type Client, type Groups, transport } from "./client.js";
import type { Arguments } from "./input.js";
import type { CallOptions } from "./options.js";
import { own } from "./own.js";
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
 * @throws {TypeError} for input that cannot be sent. {@link TransportError} where there is no answer, of which
 * {@link TimeoutError} is one; the signal's reason where the caller stopped the call.
 */
export async function call<Paths, Path extends keyof Paths & string, Method extends string>(
  client: Client<Paths>,
  name: string,
  method: Method,
  path: Path,
  statuses: readonly (keyof OperationAt<Paths, Path, Method>["responses"])[],
  input: Arguments<OperationAt<Paths, Path, Method>, CallOptions>[0],
  options?: CallOptions,
  bodies?: Bodies,
): Promise<Result<OperationAt<Paths, Path, Method>>> {
  // Every input is groups; which ones is what its type has been held to.
  const { response, text } = await client[transport]({ name, method, path }, input as Groups | undefined, options);
  let status = documented(statuses as readonly (number | string)[], response.status);
  const kind = own(bodies)[status];
  let body: unknown;
  try {
    body = kind ? (kind === "text" ? text : undefined) : JSON.parse(text);
  } catch {
    status = "unexpected";
    body = new NotJson(text);
  }
  const ok = status !== "unexpected" && response.ok;
  const result = ok ? { ok, status, data: body, response } : { ok, status, error: body, response };
  // For `unwrap`, and where neither `Object.keys` nor a comparison sees it.
  Object.defineProperty(result, "operation", { value: name });
  // Which body belongs to which status is what the document says, and nothing but the document can say it.
  return result as unknown as Result<OperationAt<Paths, Path, Method>>;
}

/** The document's entry for a status: itself, its range (`4XX`), `default`, or `unexpected` for none. */
const documented = (statuses: readonly (number | string)[], status: number): number | string =>
  [status, `${String(status)[0]}XX`, "default"].find((entry) => statuses.includes(entry)) ?? "unexpected";
