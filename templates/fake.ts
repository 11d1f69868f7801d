import type { Descriptor, Descriptors } from "./bind.js";
import type { OperationAt } from "./call.js";
import { TransportError } from "./errors.js";
import type { Input } from "./input.js";
import type { OperationType, Result, Success } from "./result.js";
import { type Body, kindOf } from "./special.js";

/**
 * An answer to give: a documented status with the body that belongs to it, or a whole `Response` for anything else.
 * `Response.error()` is no answer at all, as when the network is down.
 */
export type FakeAnswer<Operation extends OperationType> =
  | Documented<Exclude<Result<Operation>, { status: "unexpected" }>>
  | Response;

type Documented<R> =
  R extends Success<infer Status, infer Data>
    ? { status: Wire<Status>; data: Data }
    : R extends { status: infer Status; error: infer Body }
      ? { status: Wire<Status>; error: Body }
      : never;

/** The status on the wire: ranges and `default` stand for many. */
type Wire<Status> = Status extends number ? Status : number;

/** What to answer to one operation: always the same, or what a function makes of the input. */
type Script<Operation extends OperationType> =
  | FakeAnswer<Operation>
  | ((input: Received<Operation>) => FakeAnswer<Operation> | Promise<FakeAnswer<Operation>>);

/**
 * An input as it arrives: path and query values have become texts, and lists of texts where a query repeats a name.
 * So have the fields of a form; bytes are a Blob.
 */
export type Received<Operation extends OperationType> = Omit<Input<Operation>, "path" | "query"> & {
  readonly [Group in Extract<keyof Input<Operation>, "path">]: Texts<Input<Operation>[Group], string>;
} & {
  readonly [Group in Extract<keyof Input<Operation>, "query">]: Partial<
    Texts<Input<Operation>[Group], string | string[]>
  >;
};

type Texts<Values, Text> = { readonly [Name in keyof NonNullable<Values>]: Text };

/** What to answer to which operation. */
export type Scripts<Paths, D extends Descriptors> = {
  readonly [Name in keyof D]?: Script<OperationAt<Paths, D[Name]["path"], D[Name]["method"]>>;
};

/** A call that came in: by its `operation` it is known what is in its `input`. */
export type FakeCall<Paths, D extends Descriptors> = {
  [Name in keyof D & string]: {
    readonly operation: Name;
    readonly input: AnyInput & Received<OperationAt<Paths, D[Name]["path"], D[Name]["method"]>>;
    readonly request: Request;
  };
}[keyof D & string];

/** What any input has when it arrives. */
interface AnyInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body?: unknown;
}

export interface Fake<Paths, D extends Descriptors> {
  /** To be given to the client as its `fetch`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Every call so far, the first one first. */
  readonly calls: readonly FakeCall<Paths, D>[];
}

/**
 * Makes a `fetch` that answers from memory. An operation without an answer, and a request that is no operation, are
 * errors that say so.
 */
export function fake<Paths, D extends Descriptors>(operations: D, scripts: Scripts<Paths, D>): Fake<Paths, D> {
  const calls: FakeCall<Paths, D>[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const found = Object.entries(operations)
      .filter(([, { method }]) => method === request.method)
      .map(([operation, { path }]) => ({ operation, path: match(path, pathname) }))
      // Of several templates the one with the fewest parameters is meant: `/accounts/move` before `/accounts/{email}`.
      .sort((a, b) => Object.keys(a.path ?? {}).length - Object.keys(b.path ?? {}).length)
      .find(({ path }) => path !== undefined);
    if (!found?.path) throw refused("no operation", request.method, pathname, "the fake knows no such operation");
    const descriptor = operations[found.operation] as Descriptor;
    const body = await received(request.clone(), descriptor.special?.body);
    const query = Object.fromEntries(
      [...new Set(searchParams.keys())].map((name) => [name, single(searchParams.getAll(name))]),
    );
    const input = { path: found.path, query, ...(body !== undefined && { body }) };
    // Which operation it is, and that its input is of it, is known of what the client sends.
    calls.push({ operation: found.operation, input, request } as unknown as FakeCall<Paths, D>);
    const script = Object.hasOwn(scripts, found.operation) ? scripts[found.operation] : undefined;
    if (!script) throw refused(found.operation, request.method, pathname, "the fake has no answer to it");
    let response: Response;
    try {
      // The script was held to its operation's type where it was written; here it is any of them.
      const answer: unknown =
        typeof script === "function" ? await (script as (input: unknown) => unknown)(input) : script;
      response = respond(answer as Response | Answer, descriptor);
    } catch (cause) {
      // An assertion that fails in a script is the test's own: the call rejects with it as it is.
      throw Object.assign(refused(found.operation, request.method, pathname, "the fake's answer failed"), { cause });
    }
    if (response.type === "error") throw new TypeError("the fake gives no answer");
    return response;
  };
  return { fetch, calls };
}

/** An error that no call tries its luck with again. */
const refused = (name: string, method: string, path: string, reason: string): TransportError =>
  new TransportError({ name, method, path }, reason, "REFUSED");

/** The values of a path template's parameters, if the path is of the template; base addresses may come before it. */
function match(template: string, pathname: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const literal = template.split(/\{[^{}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = new RegExp(`${literal.join("([^/]+)")}$`).exec(pathname);
  return found
    ? Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]))
    : undefined;
}

const single = <Value>(values: Value[]): Value | Value[] =>
  values.length === 1 && values[0] !== undefined ? values[0] : values;

/** What a request holds, as the document has it. */
async function received(request: Request, body: Body | undefined): Promise<unknown> {
  if (request.body === null) return undefined;
  if (body?.as === "multipart") return fields(await request.formData());
  if (body?.as === "blob") return request.blob();
  const text = await request.text();
  return body?.as === "form" ? fields(new URLSearchParams(text)) : body?.as === "text" ? text : JSON.parse(text);
}

const fields = <Value>(form: Iterable<[string, Value]>): Record<string, Value | Value[]> => {
  const found = new Map<string, Value[]>();
  for (const [name, value] of form) found.set(name, [...(found.get(name) ?? []), value]);
  return Object.fromEntries([...found].map(([name, values]) => [name, single(values)]));
};

type Answer = { status: number; data?: unknown; error?: unknown };

/** A fresh response each time: a body can be read but once. */
function respond(answer: Response | Answer, { special = {}, statuses }: Descriptor): Response {
  if (answer instanceof Response) return answer.clone();
  const { status } = answer;
  const body = "error" in answer ? answer.error : answer.data;
  if (body === undefined) return new Response(null, { status });
  // The type of the answer holds it to what the document says: there it is a text, a Blob or a stream.
  return kindOf(special, status, statuses) ? new Response(body as Blob, { status }) : Response.json(body, { status });
}
