import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { isRetryable, parseRetryAfter, retryDelay } from "../../templates/retry-policy.js";
import {
  type ClientOptions,
  createAccountClient,
  deleteAccount,
  getAccount,
  pauseAccount,
  pauseAccounts,
  type Retry,
} from "../golden/account/index.js";
import { serve } from "../helpers/server.ts";

const now = Date.UTC(2026, 0, 1);
const date = (ms: number) => new Date(now + ms).toUTCString();
const account = { email: "a", status: 1 };

describe("parseRetryAfter", () => {
  test.each<{ header: string; want: number | undefined }>([
    { header: "0", want: 0 },
    { header: "2", want: 2000 },
    { header: "1.5", want: 1500 },
    { header: "99999999999", want: 99_999_999_999_000 },
    { header: date(5000), want: 5000 },
    { header: date(-5000), want: 0 },
    { header: "Thu, 01 Jan 2026 00:00:03 GMT", want: 3000 },
    { header: "", want: undefined },
    { header: "-1", want: undefined },
    { header: "soon", want: undefined },
    { header: "1e3", want: undefined },
    { header: "2026", want: 2_026_000 },
    { header: "Fri, 99 Foo 2026", want: undefined },
    { header: "Fri, 99 Foo 2026 GMT", want: undefined },
    { header: "1.2.3", want: undefined },
    { header: "NaN", want: undefined },
    { header: "Infinity", want: undefined },
    { header: "5, 5", want: undefined },
    { header: "soon 5", want: undefined },
  ])("$header", ({ header, want }) => {
    expect(parseRetryAfter(header, now)).toBe(want);
  });
});

describe("retryDelay", () => {
  test.each<{ name: string; attempt: number; asked?: string; random: number; want: number }>([
    { name: "at most baseDelay before the first", attempt: 1, random: 1, want: 500 },
    { name: "down to nothing", attempt: 1, random: 0, want: 0 },
    { name: "twice that before the second", attempt: 2, random: 1, want: 1000 },
    { name: "and so on", attempt: 4, random: 0.5, want: 2000 },
    { name: "up to maxDelay", attempt: 20, random: 1, want: 30_000 },
    { name: "what the server asks", attempt: 1, asked: "3", random: 1, want: 3000 },
    { name: "what the server asks, as a date", attempt: 1, asked: date(7000), random: 1, want: 7000 },
    { name: "none, for a date that is past", attempt: 3, asked: date(-1), random: 1, want: 0 },
    { name: "no more than maxDelay, whatever is asked", attempt: 1, asked: "86400", random: 1, want: 30_000 },
    { name: "our own, for nonsense", attempt: 1, asked: "soon", random: 1, want: 500 },
  ])("$name", ({ attempt, asked, random, want }) => {
    expect(retryDelay(attempt, asked, 500, 30_000, now, random)).toBe(want);
  });
});

describe("isRetryable", () => {
  test.each<{ method: string; status: number | undefined; want: boolean }>([
    ...["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"].map((method) => ({ method, status: 429, want: true })),
    ...["GET", "HEAD"].flatMap((method) =>
      [502, 503, 504, undefined].map((status) => ({ method, status, want: true })),
    ),
    ...["POST", "PATCH", "PUT", "DELETE"].flatMap((method) =>
      [502, 503, 504, undefined].map((status) => ({ method, status, want: false })),
    ),
    ...[200, 400, 401, 404, 408, 500, 501, 505].map((status) => ({ method: "GET", status, want: false })),
  ])("$method with $status: $want", ({ method, status, want }) => {
    expect(isRetryable(method, status)).toBe(want);
  });
});

describe("with a fake clock", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now });
    vi.spyOn(Math, "random").mockReturnValue(1);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  type Step = number | { status: number; after: string } | Error;
  /** A client whose answers are these, one after the other, the last for ever; when it was asked, and what onRetry heard. */
  const scripted = (steps: Step[], options: Partial<ClientOptions> = {}) => {
    const times: number[] = [];
    const heard: Retry[] = [];
    const bodies: string[] = [];
    const start = Date.now();
    const requests = new Set<Request>();
    const client = createAccountClient({
      apiKey: "k",
      timeout: false,
      onRetry: (retry) => heard.push(retry),
      ...options,
      fetch: async (request) => {
        const step = steps[Math.min(times.length, steps.length - 1)] ?? 200;
        times.push(Date.now() - start);
        requests.add(request);
        bodies.push(await request.text());
        if (step instanceof Error) throw step;
        const { status, after } = typeof step === "number" ? { status: step, after: undefined } : step;
        return Response.json(account, { status, ...(after !== undefined && { headers: { "retry-after": after } }) });
      },
    });
    return { client, times, heard, bodies, requests };
  };
  const path = { email: "a" };
  const settle = async <T>(promise: Promise<T>) => {
    const settled = promise.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    await vi.runAllTimersAsync();
    return settled;
  };
  const refused = () =>
    new TypeError("fetch failed", {
      cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
    });

  test.each<{
    name: string;
    steps: Step[];
    options?: Partial<ClientOptions>;
    times: number[];
    status: number | string;
  }>([
    { name: "a success is taken", steps: [200], times: [0], status: 200 },
    { name: "503, then fine", steps: [503, 200], times: [0, 500], status: 200 },
    { name: "429 twice, then fine", steps: [429, 429, 200], times: [0, 500, 1500], status: 200 },
    { name: "429 for ever", steps: [429], times: [0, 500, 1500], status: 429 },
    { name: "no answer, then fine", steps: [refused(), 200], times: [0, 500], status: 200 },
    { name: "500 is final", steps: [500, 200], times: [0], status: "unexpected" },
    { name: "the server's wait", steps: [{ status: 429, after: "7" }, 200], times: [0, 7000], status: 200 },
    { name: "the server's date", steps: [{ status: 503, after: date(9000) }, 200], times: [0, 9000], status: 200 },
    {
      name: "an absurd wait is capped",
      steps: [{ status: 429, after: "86400" }, 200],
      times: [0, 30_000],
      status: 200,
    },
    {
      name: "a limit of one's own",
      steps: [503, 503, 503, 200],
      options: { retry: { limit: 3, baseDelay: 10 } },
      times: [0, 10, 30, 70],
      status: 200,
    },
    {
      name: "a maxDelay of one's own",
      steps: [{ status: 429, after: "60" }, 200],
      options: { retry: { maxDelay: 100 } },
      times: [0, 100],
      status: 200,
    },
    {
      name: "options that are there and undefined say nothing",
      steps: [503],
      options: { retry: { limit: undefined, baseDelay: undefined } as never },
      times: [0, 500, 1500],
      status: "unexpected",
    },
    { name: "never", steps: [503, 200], options: { retry: false }, times: [0], status: "unexpected" },
  ])("$name", async ({ steps, options, times, status }) => {
    const made = scripted(steps, options);
    expect(await settle(getAccount(made.client, { path }))).toMatchObject({ value: { status } });
    expect(made.times).toEqual(times);
    expect(made.requests.size).toBe(times.length);
  });

  test("retries a POST with its body after 429 only", async () => {
    const body = { emails: ["a@x.test"] };
    const limited = scripted([429, 200]);
    expect(await settle(pauseAccounts(limited.client, { body }))).toMatchObject({ value: { ok: true } });
    expect(limited.bodies).toEqual([JSON.stringify(body), JSON.stringify(body)]);
    for (const step of [503, refused()]) {
      const made = scripted([step, 200]);
      await settle(pauseAccount(made.client, { path }));
      await settle(deleteAccount(made.client, { path }));
      expect(made.heard).toEqual([]);
    }
  });

  test("call options override client options", async () => {
    const made = scripted([503], { retry: false });
    await settle(getAccount(made.client, { path }, { retry: { limit: 1, baseDelay: 5 } }));
    expect(made.times).toEqual([0, 5]);
    const other = scripted([503]);
    await settle(getAccount(other.client, { path }, { retry: false }));
    expect(other.times).toEqual([0]);
  });

  test("merges retry options one by one", async () => {
    const made = scripted([503], { retry: { limit: 5, baseDelay: 5 } });
    await settle(getAccount(made.client, { path }, { retry: { limit: 1 } }));
    expect(made.times).toEqual([0, 5]);
  });

  test("aborts immediately in onRetry", async () => {
    const controller = new AbortController();
    const made = scripted([{ status: 503, after: "20" }], { onRetry: () => controller.abort("enough") });
    const settled = getAccount(made.client, { path }, { signal: controller.signal }).catch((error) => [
      error,
      Date.now(),
    ]);
    const before = Date.now();
    await vi.runAllTimersAsync();
    expect(await settled).toEqual(["enough", before]);
  });

  test("does not wait for the body of a cloned response", async () => {
    const kept: Response[] = [];
    const client = createAccountClient({
      apiKey: "k",
      fetch: async () => {
        const response = Response.json(account, { status: kept.length === 0 ? 503 : 200 });
        kept.push(response.clone());
        return response;
      },
    });
    expect(await settle(getAccount(client, { path }))).toMatchObject({ value: { ok: true } });
  });

  test("leaves no listeners on a shared signal", async () => {
    const controller = new AbortController();
    for (let call = 0; call < 15; call++) {
      const { client } = scripted([503, 200]);
      await settle(getAccount(client, { path }, { signal: controller.signal }));
    }
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("calls onRetry before each delay", async () => {
    const made = scripted([429, refused(), 200]);
    await settle(getAccount(made.client, { path }));
    expect(made.heard).toEqual([
      { operation: "getAccount", attempt: 1, delay: 500, status: 429 },
      { operation: "getAccount", attempt: 2, delay: 1000, status: undefined },
    ]);
  });

  test("rejects if the last attempt fails to connect", async () => {
    const made = scripted([refused()]);
    expect(await settle(getAccount(made.client, { path }))).toMatchObject({
      error: { name: "TransportError", code: "ECONNREFUSED", message: expect.stringContaining("connect ECONNREFUSED") },
    });
    expect(made.times).toHaveLength(3);
  });

  test.each([
    { name: "before the call", abort: -1, asked: 0 },
    { name: "between attempts", abort: 100, asked: 1 },
    { name: "in the second wait", abort: 700, asked: 2 },
  ])("sends nothing more if aborted $name", async ({ abort, asked }) => {
    const made = scripted([503]);
    const controller = new AbortController();
    const reason = new Error("enough");
    if (abort < 0) controller.abort(reason);
    else setTimeout(() => controller.abort(reason), abort);
    expect(await settle(getAccount(made.client, { path }, { signal: controller.signal }))).toEqual({ error: reason });
    expect(made.times).toHaveLength(asked);
  });
});

test("rejects with the signal's reason and closes the connection if aborted during an attempt", async () => {
  const controller = new AbortController();
  const { url, seen } = await serve(() => {
    controller.abort("enough");
    return { silent: true };
  });
  const running = getAccount(
    createAccountClient({ apiKey: "k", baseUrl: url }),
    { path: { email: "a" } },
    { signal: controller.signal },
  );
  expect(await running.catch((error: unknown) => error)).toBe("enough");
  expect(seen).toHaveLength(1);
});

test("applies the timeout to each attempt", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  // The third request is answered. While another is on its way, its time passes, and the wait before the next.
  const { url, seen } = await serve((_, index) => {
    if (index === 2) return { body: account };
    void vi.advanceTimersByTimeAsync(201);
    return { silent: true };
  });
  const client = createAccountClient({ apiKey: "k", baseUrl: url, timeout: 200, retry: { baseDelay: 1 } });
  expect(await getAccount(client, { path: { email: "a" } })).toMatchObject({ ok: true });
  expect(seen).toHaveLength(3);
  await expect(getAccount(client, { path: { email: "a" } }, { timeout: 1, retry: false })).rejects.toMatchObject({
    name: "TimeoutError",
  });
});
