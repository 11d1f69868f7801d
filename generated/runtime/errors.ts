/** The operation of a call, named as in the document. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  /** The path template. Messages never contain the values of its parameters. */
  readonly path: string;
}

/** Thrown by `unwrap` and by the page iterators for a response that is not a documented success. */
export class ApiError<Body = unknown> extends Error {
  override readonly name = "ApiError";
  /** The name of the operation: `getAccount`. */
  readonly operation: string;
  /** The HTTP status code. */
  readonly status: number;
  /** The parsed body, as in the result's `error`. */
  readonly body: Body;
  /** The server's id of the request, if it sends one. Quote it when you contact support. */
  readonly requestId: string | undefined;
  /** Not enumerable, because its URL contains the values of the path parameters. */
  declare readonly response: Response;

  constructor(operation: string, response: Response, body: Body) {
    const summary = `${operation}: the API responded with ${response.status} ${response.statusText}`.trim();
    // A 2xx is thrown only if its body is undocumented.
    super(summary + (response.ok ? ", but the response is not documented" : detail(body)));
    this.operation = operation;
    this.status = response.status;
    this.body = body;
    this.requestId = response.headers.get("x-request-id") ?? response.headers.get("cf-ray") ?? undefined;
    Object.defineProperty(this, "response", { value: response });
  }
}

/** The `message` of a body, which most APIs write for people. */
const detail = (body: unknown): string =>
  typeof body === "object" && body !== null && "message" in body && typeof body.message === "string"
    ? `: ${body.message}`
    : "";

/** Rejects a call that gets no response: no connection, a refused redirect, or a response that breaks off. */
export class TransportError extends Error {
  override readonly name: string = "TransportError";
  /** The name of the operation: `getAccount`. */
  declare readonly operation: string;
  declare readonly method: string;
  /** The path template, without the values of its parameters. */
  declare readonly path: string;
  /** The system's error code, such as `ECONNREFUSED`, or `REDIRECT_REFUSED`. */
  declare readonly code: string | undefined;

  constructor({ name, method, path }: Operation, reason: string, code?: string) {
    super(`${name} (${method} ${path}): ${reason}`);
    Object.assign(this, { operation: name, method, path, code });
  }
}

/** Rejects a call when one of its attempts takes longer than `timeout`. */
export class TimeoutError extends TransportError {
  override readonly name = "TimeoutError";
}
