/** The operation that a call is of, in the document's words. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  /** The path template: what was put into it stays out of messages. */
  readonly path: string;
}

/** What `unwrap` and the page iterators throw for an answer that is not a documented success. */
export class ApiError<Body = unknown> extends Error {
  override readonly name = "ApiError";
  /** The name of the operation: `getAccount`. */
  readonly operation: string;
  /** The HTTP status, as a number. */
  readonly status: number;
  /** The parsed body, as in the result's `error`. */
  readonly body: Body;
  /** What the server calls the request, if it says: for a report to its support. */
  readonly requestId: string | undefined;
  /** Not among what is printed or counted of the error: its address has the values of the path. */
  declare readonly response: Response;

  constructor(operation: string, response: Response, body: Body) {
    const answer = `${operation}: the API answered ${response.status} ${response.statusText}`.trim();
    // A success is thrown for one reason.
    super(answer + (response.ok ? ", but not as documented" : detail(body)));
    this.operation = operation;
    this.status = response.status;
    this.body = body;
    this.requestId = response.headers.get("x-request-id") ?? response.headers.get("cf-ray") ?? undefined;
    Object.defineProperty(this, "response", { value: response });
  }
}

/** The body's own `message`, where it has one: what most APIs say to people. */
const detail = (body: unknown): string =>
  typeof body === "object" && body !== null && "message" in body && typeof body.message === "string"
    ? `: ${body.message}`
    : "";

/** What a call rejects with when there is no answer: no connection, a refused redirect, an answer that breaks off. */
export class TransportError extends Error {
  override readonly name: string = "TransportError";
  /** The name of the operation: `getAccount`. */
  declare readonly operation: string;
  declare readonly method: string;
  /** The path template, without the values that were sent. */
  declare readonly path: string;
  /** The system's word for the reason, where there is one: `ECONNREFUSED`. */
  declare readonly code: string | undefined;

  constructor({ name, method, path }: Operation, reason: string, code?: string) {
    super(`${name} (${method} ${path}): ${reason}`);
    Object.assign(this, { operation: name, method, path, code });
  }
}

/** What a call rejects with when one of its attempts took longer than its `timeout`. */
export class TimeoutError extends TransportError {
  override readonly name = "TimeoutError";
}
