import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type ClientOptions,
  createAccountClient,
  getAccount,
  type Middleware,
  pauseAccount,
} from "../golden/account/index.js";
import { serve } from "../helpers/server.ts";

const account = { email: "jon@doe.com", status: 1 };
const path = { email: "jon@doe.com" };
const never = <T>() => new Promise<T>(() => {});
/** An answer whose body begins and does not end, whatever becomes of the request. */
const endless = () => new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([123])) }));
const outcome = (call: Promise<unknown>) => call.catch((error: unknown) => error);

describe("timeout and abort apply to everything that a call waits for", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  const waits: { name: string; options: Partial<ClientOptions> }[] = [
    { name: "a fetch that does not look at its signal", options: { fetch: () => never() } },
    { name: "a body that does not end", options: { fetch: async () => endless() } },
    { name: "a key that does not come", options: { apiKey: () => never() } },
  ];

  test.each(waits)("$name rejects with a TimeoutError", async ({ options }) => {
    const client = createAccountClient({ apiKey: "k", timeout: 20, retry: false, ...options });
    const ended = outcome(getAccount(client, { path }));
    await vi.advanceTimersByTimeAsync(20);
    expect(await ended).toMatchObject({
      name: "TimeoutError",
      message: "getAccount (GET /api/v2/accounts/{email}): timeout of 20 ms",
    });
  });

  test.each(waits)("$name rejects with the caller's reason", async ({ options }) => {
    const controller = new AbortController();
    const client = createAccountClient({ apiKey: "k", ...options });
    const ended = outcome(getAccount(client, { path }, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(20);
    controller.abort("enough");
    expect(await ended).toBe("enough");
  });

  test("aborts the request after the timeout", async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const fetch: ClientOptions["fetch"] = (_, init) => {
      signals.push(init?.signal);
      return never();
    };
    const ended = outcome(getAccount(createAccountClient({ apiKey: "k", fetch, timeout: 5, retry: false }), { path }));
    await vi.advanceTimersByTimeAsync(4);
    expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1);
    await ended;
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  test.each<{ name: string; onRequest: NonNullable<Middleware["onRequest"]> }>([
    { name: "touches the request", onRequest: ({ request }) => request.headers.set("x-a", "b") },
    { name: "builds it anew", onRequest: ({ request }) => new Request(request.url, { headers: request.headers }) },
    {
      name: "gives it another signal",
      onRequest: ({ request }) => new Request(request, { signal: new AbortController().signal }),
    },
  ])("the caller's signal aborts the call if middleware $name", async ({ onRequest }) => {
    const client = createAccountClient({ apiKey: "k", fetch: async () => endless() });
    client.use({ onRequest });
    const controller = new AbortController();
    const ended = outcome(getAccount(client, { path }, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(20);
    controller.abort("enough");
    expect(await ended).toBe("enough");
  });
});

describe("a response that breaks off counts as a connection failure", () => {
  const broken = { headers: { "content-length": "1000" }, body: '{"email":' };

  test("retries a GET", async () => {
    const { url, seen } = await serve((_, index) => (index === 0 ? { ...broken, cut: true } : { body: account }));
    const client = createAccountClient({ apiKey: "k", baseUrl: url, retry: { baseDelay: 1 } });
    expect(await getAccount(client, { path })).toMatchObject({ ok: true, data: account });
    expect(seen).toHaveLength(2);
  });

  test("does not retry a POST, which may have succeeded", async () => {
    const { url, seen } = await serve(() => ({ ...broken, cut: true }));
    const client = createAccountClient({ apiKey: "k", baseUrl: url, retry: { baseDelay: 1 } });
    expect(await outcome(pauseAccount(client, { path }))).toMatchObject({ name: "TransportError" });
    expect(seen).toHaveLength(1);
  });
});

describe("onRetry", () => {
  const flaky = (onRetry: ClientOptions["onRetry"]) => {
    let asked = 0;
    return createAccountClient({
      apiKey: "k",
      retry: { baseDelay: 1 },
      ...(onRetry && { onRetry }),
      fetch: async () => Response.json(account, { status: ++asked < 2 ? 503 : 200 }),
    });
  };

  test.each<{ name: string; onRetry: ClientOptions["onRetry"] }>([
    {
      name: "throws",
      onRetry: () => {
        throw new Error("no more");
      },
    },
    { name: "is async and rejects", onRetry: async () => Promise.reject(new Error("no more")) },
  ])("that $name rejects the call with its error", async ({ onRetry }) => {
    await expect(getAccount(flaky(onRetry), { path })).rejects.toThrow("no more");
  });

  test("is awaited before the delay begins", async () => {
    let done = false;
    const onRetry = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done = true;
    };
    expect(await getAccount(flaky(onRetry), { path })).toMatchObject({ ok: true });
    expect(done).toBe(true);
  });
});

describe("middleware may read a response in any way", () => {
  const ways: { name: string; read: (response: Response) => unknown }[] = [
    { name: "as JSON", read: (response) => response.json() },
    { name: "as text", read: (response) => response.text() },
    { name: "as bytes", read: (response) => response.arrayBuffer() },
    { name: "a clone of it", read: (response) => response.clone().json() },
    { name: "not at all", read: () => undefined },
  ];

  test.each(ways.flatMap((way) => [200, 404].map((status) => ({ ...way, status }))))(
    "$name, of a $status",
    async ({ read, status }) => {
      const { url } = await serve(() => ({ status, body: { message: "here" } }));
      const client = createAccountClient({ apiKey: "k", baseUrl: url });
      client.use({ onResponse: async ({ response }) => void (await read(response)) });
      const result = await getAccount(client, { path });
      expect(result.data ?? result.error).toEqual({ message: "here" });
      expect(result.response.url).toBe(`${url}/api/v2/accounts/jon%40doe.com`);
    },
  );

  test.each([
    { status: 200, want: { ok: true, data: { message: "here" } } },
    { status: 404, want: { ok: false, status: 404, error: { message: "here" } } },
  ])("and build a response with status $status from its body", async ({ status, want }) => {
    const { url } = await serve(() => ({ body: { message: "here" } }));
    const client = createAccountClient({ apiKey: "k", baseUrl: url });
    client.use({ onResponse: ({ response }) => new Response(response.body, { status }) });
    expect(await getAccount(client, { path })).toMatchObject(want);
  });

  test("receives a response that cannot be copied as it is", async () => {
    const odd = Object.defineProperty(new Response("{}"), "status", { value: 999 });
    const client = createAccountClient({ apiKey: "k", fetch: async () => odd });
    client.use({ onResponse: () => {} });
    expect(await getAccount(client, { path })).toMatchObject({ ok: false, status: "unexpected", error: {} });
  });

  test("and one without a body", async () => {
    const { url } = await serve(() => ({ status: 204 }));
    const client = createAccountClient({ apiKey: "k", baseUrl: url });
    client.use({ onResponse: () => {} });
    expect(await getAccount(client, { path })).toMatchObject({ status: "unexpected", error: { text: "" } });
  });
});

test.each(["", "accounts", "http://[", "http://user:pass@a.test"])(
  "a baseUrl that is no address, such as %j, is refused when the client is made",
  (baseUrl) => {
    expect(() => createAccountClient({ apiKey: "k", baseUrl })).toThrow(TypeError);
  },
);

test.each(["http://a.test", "http://a.test/", "http://a.test/v1", "http://a.test/v1/"])(
  "the path comes after the baseUrl %s",
  async (baseUrl) => {
    const urls: string[] = [];
    const fetch = async ({ url }: Request) => {
      urls.push(url);
      return Response.json(account);
    };
    await getAccount(createAccountClient({ apiKey: "k", baseUrl, fetch }), { path });
    expect(urls).toEqual([`${baseUrl.replace(/\/$/, "")}/api/v2/accounts/jon%40doe.com`]);
  },
);
