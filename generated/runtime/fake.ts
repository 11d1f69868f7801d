import type { Descriptor, Descriptors } from "./bind.js";
import type { OperationAt } from "./call.js";
import { TransportError } from "./errors.js";
import type { Input } from "./input.js";
import { type BodyOverride, parseAsOf } from "./operation-overrides.js";
import type { OperationType, Result, Success } from "./result.js";

/**
 * A response of the fake: a documented status with its body, or a `Response` for anything else. `Response.error()`
 * simulates a connection failure.
 */
export type FakeAnswer<Operation extends OperationType> =
  | Documented<Exclude<Result<Operation>, { status: "unexpected" }>>
  | Response;

type Documented<R> =
  R extends Success<infer Status, infer Data>
    ? { status: StatusCode<Status>; data: Data }
    : R extends { status: infer Status; error: infer Body }
      ? { status: StatusCode<Status>; error: Body }
      : never;

/** Ranges and `default` stand for many status codes. */
type StatusCode<Status> = Status extends number ? Status : number;

/** The response to one operation: always the same, or the result of a function of the input. */
type Handler<Operation extends OperationType> =
  | FakeAnswer<Operation>
  | ((input: ReceivedInput<Operation>) => FakeAnswer<Operation> | Promise<FakeAnswer<Operation>>);

/**
 * An input as the server receives it: path and query values are strings, and arrays of strings if a query repeats a
 * name. So are the fields of a form; binary data is a Blob.
 */
export type ReceivedInput<Operation extends OperationType> = Omit<Input<Operation>, "path" | "query"> & {
  readonly [Group in Extract<keyof Input<Operation>, "path">]: Texts<Input<Operation>[Group], string>;
} & {
  readonly [Group in Extract<keyof Input<Operation>, "query">]: Partial<
    Texts<Input<Operation>[Group], string | string[]>
  >;
};

type Texts<Values, Text> = { readonly [Name in keyof NonNullable<Values>]: Text };

/** Handlers by operation name. */
export type Handlers<Paths, D extends Descriptors> = {
  readonly [Name in keyof D]?: Handler<OperationAt<Paths, D[Name]["path"], D[Name]["method"]>>;
};

/** A call that the fake received. Its `operation` narrows its `input`. */
export type FakeCall<Paths, D extends Descriptors> = {
  [Name in keyof D & string]: {
    readonly operation: Name;
    readonly input: AnyInput & ReceivedInput<OperationAt<Paths, D[Name]["path"], D[Name]["method"]>>;
    readonly request: Request;
  };
}[keyof D & string];

/** The groups of every received input. */
interface AnyInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body?: unknown;
}

export interface Fake<Paths, D extends Descriptors> {
  /** Pass it to the client as its `fetch`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Every call so far, in order. */
  readonly calls: readonly FakeCall<Paths, D>[];
}

/**
 * Creates a `fetch` that responds from memory. Operations without a handler, and requests that match no operation,
 * reject with an error that says so.
 */
export function fake<Paths, D extends Descriptors>(operations: D, handlers: Handlers<Paths, D>): Fake<Paths, D> {
  const calls: FakeCall<Paths, D>[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const found = findOperation(operations, request.method, pathname);
    const fail = (reason: string) =>
      new TransportError(
        { name: found?.name ?? "no operation", method: request.method, path: pathname },
        reason,
        "UNHANDLED_REQUEST",
      );
    if (!found) throw fail("the fake has no such operation");
    const { name, path, descriptor } = found;
    const body = await readBody(request.clone(), descriptor.overrides?.body);
    const query = Object.fromEntries(
      [...new Set(searchParams.keys())].map((key) => [key, singleOrAll(searchParams.getAll(key))]),
    );
    const input = { path, query, ...(body !== undefined && { body }) };
    // The client sends only operations of its document, with their input.
    calls.push({ operation: name, input, request } as unknown as FakeCall<Paths, D>);

    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!handler) throw fail("the fake has no handler for it");
    let response: Response;
    try {
      // The handler has been checked against the type of its operation where it was written. Here it may be of any.
      const answer: unknown =
        typeof handler === "function" ? await (handler as (input: unknown) => unknown)(input) : handler;
      response = toResponse(answer as Response | Answer, descriptor);
    } catch (cause) {
      // Such as a failed assertion of the test. The call rejects with the cause itself.
      throw Object.assign(fail("the handler failed"), { cause });
    }
    if (response.type === "error") throw new TypeError("the fake does not respond");
    return response;
  };
  return { fetch, calls };
}

/** Finds the operation that a request is for. Of several paths that match, the one with the fewest parameters wins. */
function findOperation(operations: Descriptors, method: string, pathname: string) {
  return Object.entries(operations)
    .filter(([, descriptor]) => descriptor.method === method)
    .flatMap(([name, descriptor]) => {
      const path = matchPath(descriptor.path, pathname);
      return path ? [{ name, descriptor, path }] : [];
    })
    .sort((a, b) => Object.keys(a.path).length - Object.keys(b.path).length)[0];
}

/** The values of a path template's parameters, if the path matches it. The path of the base URL may come before it. */
function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const literals = template.split(/\{[^{}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const match = new RegExp(`${literals.join("([^/]+)")}$`).exec(pathname);
  return match
    ? Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]))
    : undefined;
}

const singleOrAll = <Value>(values: Value[]): Value | Value[] =>
  values.length === 1 && values[0] !== undefined ? values[0] : values;

/** Reads the body of a request as the document describes it. */
async function readBody(request: Request, override: BodyOverride | undefined): Promise<unknown> {
  if (request.body === null) return undefined;
  switch (override?.as) {
    case "multipart":
      return formFields(await request.formData());
    case "form":
      return formFields(new URLSearchParams(await request.text()));
    case "blob":
      return request.blob();
    case "text":
      return request.text();
    default:
      return request.json();
  }
}

const formFields = <Value>(form: Iterable<[string, Value]>): Record<string, Value | Value[]> => {
  const fields = new Map<string, Value[]>();
  for (const [name, value] of form) fields.set(name, [...(fields.get(name) ?? []), value]);
  return Object.fromEntries([...fields].map(([name, values]) => [name, singleOrAll(values)]));
};

type Answer = { status: number; data?: unknown; error?: unknown };

/** Creates a new response each time, because a body can be read only once. */
function toResponse(answer: Response | Answer, { overrides = {}, statuses }: Descriptor): Response {
  if (answer instanceof Response) return answer.clone();
  const { status } = answer;
  const body = "error" in answer ? answer.error : answer.data;
  if (body === undefined) return new Response(null, { status });
  // The type of a handler allows only what the document describes: text, a Blob or a stream if it is not JSON.
  return parseAsOf(overrides, status, statuses)
    ? new Response(body as Blob, { status })
    : Response.json(body, { status });
}
