/** An operation as openapi-typescript describes it in `types.ts`. */
export interface OperationType {
  parameters: object;
  requestBody?: unknown;
  responses: object;
}

export interface Success<Status, Data> {
  ok: true;
  /** The status as the document lists it: `200`, or the range `"2XX"`. The number is `response.status`. */
  status: Status;
  data: Data;
  error?: undefined;
  response: Response;
}

export interface Failure<Status, Body> {
  ok: false;
  /** The status as the document lists it, or `"unexpected"`. The number is `response.status`. */
  status: Status;
  data?: undefined;
  error: Body;
  response: Response;
}

/**
 * An answer the document does not describe: a status it does not list, or a body that is not the JSON it promises.
 * `error` is the parsed body, or a {@link NotJson} where it does not parse.
 */
export type Unexpected = Failure<"unexpected", unknown>;

/** The body of an answer that should have been JSON and is not: an HTML page, cut-off JSON, or nothing at all (`""`). */
export class NotJson {
  declare readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a call gives: one member per documented status, told apart by `ok` and by `status`. */
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

/** What a body holds, whatever its media type. An answer without content holds `undefined`. */
export type Content<Message> = Message extends { content: infer Media } ? Media[keyof Media] : undefined;

/** Any result: what {@link unwrap} takes. */
export type AnyResult = Success<unknown, unknown> | Failure<unknown, unknown>;

/** The data of the successful members of a result. */
export type Data<R> = R extends { ok: true; data: infer D } ? D : never;

/** What a call gives where it succeeds, for functions of your own: `DataOf<typeof listAccount>["items"]`. */
export type DataOf<Call> = Call extends (client: never, input: never) => Promise<infer R> ? Data<R> : never;

/** The name of the operation that a result is of. */
export const nameOf = (result: object): string => ("operation" in result ? String(result.operation) : "a call");
