import type { InputGroups } from "./call-context.js";
import { type Client, type ReceivedResponse, transport } from "./client.js";
import type { Arguments } from "./input.js";
import { type OperationOverrides, type ParseAs, statusEntries } from "./operation-overrides.js";
import type { CallOptions } from "./options.js";
import { ownProperties } from "./own-properties.js";
import { NonJsonBody, type OperationType, type Result } from "./result.js";

/** The operation at a path and method. It binds a call to its place in the document. */
export type OperationAt<Paths, Path, Method> = Path extends keyof Paths
  ? Method extends string
    ? Lowercase<Method> extends keyof Paths[Path]
      ? Extract<Paths[Path][Lowercase<Method>], OperationType>
      : never
    : never
  : never;

/**
 * Sends one operation. The result narrows by the statuses that the document lists.
 *
 * @throws {TypeError} For input that cannot be sent. {@link TransportError} if no response arrives, and its subclass
 * {@link TimeoutError} if that took too long. The signal's reason if the caller aborts the call.
 */
export async function call<Paths, Path extends keyof Paths & string, Method extends string>(
  client: Client<Paths>,
  name: string,
  method: Method,
  path: Path,
  statuses: readonly (keyof OperationAt<Paths, Path, Method>["responses"])[],
  input: Arguments<OperationAt<Paths, Path, Method>, CallOptions>[0],
  options?: CallOptions,
  overrides?: OperationOverrides,
): Promise<Result<OperationAt<Paths, Path, Method>>> {
  // Every input consists of groups. Its type has been checked against those of the operation.
  const request = { name, method, path, overrides, input: input as InputGroups | undefined };
  const received = await client[transport](request, options);
  const { response } = received;
  const documented = statuses as readonly (number | string)[];
  let status = statusEntries(response.status).find((entry) => documented.includes(entry)) ?? "unexpected";
  let body: unknown;
  try {
    body = readBody(received, ownProperties(overrides)[status as number]);
  } catch {
    status = "unexpected";
    body = new NonJsonBody(received.text);
  }
  const ok = response.ok && status !== "unexpected";
  const result = { ok, status, response, [ok ? "data" : "error"]: body };
  // `unwrap` needs the name; neither `Object.keys` nor a comparison sees it. Which body belongs to which status is
  // what the document says, and only the document can say it.
  return Object.defineProperty(result, "operation", { value: name }) as unknown as Result<
    OperationAt<Paths, Path, Method>
  >;
}

function readBody({ response, text }: ReceivedResponse, parseAs: ParseAs | undefined): unknown {
  if (parseAs === undefined) return JSON.parse(text);
  return parseAs === "text" ? text : response.data;
}
