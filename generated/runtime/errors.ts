/** What `unwrap` and the page iterators throw for an answer that is not a success. */
export class ApiError<Body = unknown> extends Error {
  override readonly name = "ApiError";
  /** The HTTP status, as a number. */
  readonly status: number;
  /** The parsed body, as in the result's `error`. */
  readonly body: Body;
  readonly response: Response;

  constructor(response: Response, body: Body) {
    super(`The API answered ${[response.status, response.statusText].filter(Boolean).join(" ")}${detail(body)}`);
    this.status = response.status;
    this.body = body;
    this.response = response;
  }
}

/** The body's own `message`, where it has one: what most APIs say to people. */
function detail(body: unknown): string {
  if (typeof body !== "object" || body === null || !("message" in body)) return "";
  return typeof body.message === "string" ? `: ${body.message}` : "";
}
