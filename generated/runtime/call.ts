import { type CallOptions, type Client, type Groups, transport } from "./client.js";
import type { Arguments } from "./input.js";
import { own } from "./own.js";
import { NotJson, named, type OperationType, type Result } from "./result.js";

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
  const status = documented(statuses as readonly (number | string)[], response.status);
  const body = read(own(bodies)[status ?? ""] ?? "json", text);
  const known = status && !(body instanceof NotJson);
  const ok = !!known && response.ok;
  const result = { ok, status: known ? status : "unexpected", [ok ? "data" : "error"]: body, response };
  // Which body belongs to which status is what the document says, and nothing but the document can say it.
  return named(result, name) as unknown as Result<OperationAt<Paths, Path, Method>>;
}

/** The document's entry for a status: itself, its range (`4XX`), `default`, or none. */
const documented = (statuses: readonly (number | string)[], status: number): number | string | undefined =>
  [status, `${String(status)[0]}XX`, "default"].find((entry) => statuses.includes(entry));

function read(kind: "json" | "none" | "text" | undefined, text: string): unknown {
  if (kind !== "json") return kind === "text" ? text : undefined;
  try {
    return JSON.parse(text);
  } catch {
    return new NotJson(text);
  }
}
