import { type Client, transport } from "./client.js";
import type { Arguments } from "./input.js";
import type { CallOptions } from "./options.js";
import { own } from "./own.js";
import { NotJson, type OperationType, type Result } from "./result.js";
import type { Groups } from "./send.js";
import type { Special } from "./special.js";

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
  special?: Special,
): Promise<Result<OperationAt<Paths, Path, Method>>> {
  // Every input is groups; which ones is what its type has been held to.
  const { response, text } = await client[transport](
    { name, method, path, special, input: input as Groups | undefined },
    options,
  );
  let status = documented(statuses as readonly (number | string)[], response.status);
  const kind = own(special)[status as number];
  let body: unknown;
  try {
    body = kind ? (kind === "text" ? text : response.data) : JSON.parse(text);
  } catch {
    status = "unexpected";
    body = new NotJson(text);
  }
  const ok = response.ok && status !== "unexpected";
  // The name is for `unwrap`, and where neither `Object.keys` nor a comparison sees it. Which body belongs to which
  // status is what the document says, and nothing but the document can say it.
  return Object.defineProperty({ ok, status, response, [ok ? "data" : "error"]: body }, "operation", {
    value: name,
  }) as unknown as Result<OperationAt<Paths, Path, Method>>;
}

/** The document's entry for a status: itself, its range (`4XX`), `default`, or `unexpected` for none. */
const documented = (statuses: readonly (number | string)[], status: number): number | string =>
  [status, `${`${status}`[0]}XX`, "default"].find((entry) => statuses.includes(entry)) ?? "unexpected";
