import { ApiError } from "./errors.js";

/** An operation as openapi-typescript prints it in `types.ts`. */
export interface OperationType {
  parameters: object;
  requestBody?: unknown;
  responses: object;
}

export interface Success<Status, Data> {
  ok: true;
  /** The status as documented: `200`, or the range `"2XX"`. The code is `response.status`. */
  status: Status;
  data: Data;
  error?: undefined;
  response: Response;
}

export interface Failure<Status, Body> {
  ok: false;
  /** The status as documented, or `"unexpected"`. The code is `response.status`. */
  status: Status;
  data?: undefined;
  error: Body;
  response: Response;
}

/**
 * A response that the document does not describe: its status is not listed, or its body is not the JSON that the
 * document promises. `error` is the parsed body, or a {@link NonJsonBody} if it cannot be parsed.
 */
export type Unexpected = Failure<"unexpected", unknown>;

/** The body of a response that should be JSON and is not: an HTML page, truncated JSON, or nothing (`""`). */
export class NonJsonBody {
  declare readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The result of a call: one member per documented status. Check `ok` or `status` to narrow it. */
export type Result<Operation extends OperationType> = Documented<Operation["responses"]> | Unexpected;

type Documented<Responses> = {
  [Status in keyof Responses]: Outcome<Status, Content<Responses[Status]>>;
}[keyof Responses];

type Outcome<Status, Body> = Status extends "default"
  ? Success<Status, Body> | Failure<Status, Body>
  : Status extends SuccessStatus
    ? Success<Status, Body>
    : Failure<Status, Body>;

type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | "2XX";

/** The body of a message, whatever its media type; `undefined` for a message without content. */
export type Content<Message> = Message extends { content: infer Media } ? Media[keyof Media] : undefined;

/** Any result, as {@link unwrap} takes it. */
export type AnyResult = Success<unknown, unknown> | Failure<unknown, unknown>;

/** The data of the successful members of a result. */
export type Data<R> = R extends { ok: true; data: infer D } ? D : never;

/** The data of a successful call, for your own function signatures: `DataOf<typeof listAccount>["items"]`. */
export type DataOf<Call> = Call extends (client: never, input: never) => Promise<infer R> ? Data<R> : never;

/** The name of the operation that a result belongs to. */
export const operationName = (result: object): string => ("operation" in result ? String(result.operation) : "a call");

/**
 * Returns the data of a call, for callers that prefer exceptions: `const account = await unwrap(getAccount(client, …))`.
 *
 * @throws {ApiError} For every response that is not a documented success.
 */
export async function unwrap<R extends AnyResult>(result: R | PromiseLike<R>): Promise<Data<R>> {
  const settled = await result;
  if (!settled.ok) throw new ApiError(operationName(settled), settled.response, settled.error);
  // `ok` says that this is a success, but TypeScript does not narrow the type parameter R.
  return settled.data as Data<R>;
}
