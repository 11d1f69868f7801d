import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  anything,
  bind,
  choice,
  createTestClient,
  download,
  events,
  hasPicture,
  lines,
  nothing,
  operations,
  page,
  picture,
  text,
  unwrap,
} from "../golden/answers/index.js";
import { type Reply, serve } from "../helpers/server.ts";

const connect = async (reply: Reply) => {
  const { url, seen } = await serve(() => reply);
  return { client: createTestClient({ baseUrl: url, retry: false }), seen };
};
const png = { headers: { "content-type": "image/png" }, body: "\u0089PNG\0" };

describe("binary responses", () => {
  test("are read as a Blob", async () => {
    const { client } = await connect(png);
    for (const call of [download, anything, picture, bind(client, operations).download]) {
      const { data } = await (call as typeof download)(client);
      expect(data).toBeInstanceOf(Blob);
      expect(data?.type).toBe("image/png");
      expect(await data?.text()).toBe(png.body);
    }
  });

  test.each([
    { status: 202, body: { id: 1 }, want: { ok: true, status: 202, data: { id: 1 } } },
    { status: 404, body: { message: "No" }, want: { ok: false, status: 404, error: { message: "No" } } },
    { status: 500, body: { message: "Oh" }, want: { ok: false, status: "default", error: { message: "Oh" } } },
    { status: 404, body: "<html>", want: { ok: false, status: "unexpected", error: { text: "<html>" } } },
  ])("are not read from a JSON response: $status $body", async ({ status, body, want }) => {
    const { client } = await connect({ status, body });
    expect(await picture(client)).toMatchObject(want);
  });

  test("that break off count as a connection failure", async () => {
    const { client } = await connect({ ...png, headers: { "content-length": "99" }, cut: true });
    await expect(download(client)).rejects.toMatchObject({ name: "TransportError", operation: "download" });
  });

  test("survive middleware, which receives an empty response", async () => {
    const { client } = await connect(png);
    const seen: string[] = [];
    client.use({ onResponse: async ({ response }) => void seen.push(`${response.status}${await response.text()}`) });
    expect(await (await unwrap(download(client))).text()).toBe(png.body);
    expect(seen).toEqual(["200"]);
  });
});

describe("a stream", () => {
  test("is returned while it is being written, also beyond the timeout of an attempt", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { readable, writable } = new TransformStream<string, string>();
    const fetch = async () => new Response(readable.pipeThrough(new TextEncoderStream()));
    const stream = await unwrap(events(createTestClient({ fetch, timeout: 50 })));
    const text = new Response(stream).text();
    const writer = writable.getWriter();
    await writer.write("data: 1\n\n");
    await vi.advanceTimersByTimeAsync(1000);
    await writer.write("data: 2\n\n");
    await writer.close();
    expect(await text).toBe("data: 1\n\ndata: 2\n\n");
  });

  test("can be read over HTTP and aborted by the caller's signal", async () => {
    const { client } = await connect({ body: '{"a":1}\n{"a":2}\n' });
    const controller = new AbortController();
    const stream = await unwrap(lines(client, {}, { signal: controller.signal }));
    expect(await new Response(stream).text()).toBe('{"a":1}\n{"a":2}\n');
    const other = await unwrap(lines(client, {}, { signal: controller.signal }));
    controller.abort(new Error("enough"));
    await expect(new Response(other).text()).rejects.toThrow();
  });

  test("is not created for a documented failure", async () => {
    const { client } = await connect({ status: 404, body: { message: "No" } });
    expect(await events(client)).toMatchObject({ status: 404, error: { message: "No" } });
  });

  test("that never starts times out", async () => {
    const { client } = await connect({ silent: true });
    await expect(events(client, {}, { timeout: 100 })).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

test("reads text as a string, and no data from an empty response", async () => {
  expect(await unwrap(text((await connect({ body: "a,b" })).client))).toBe("a,b");
  expect(await unwrap(page((await connect({ body: "<a/>" })).client))).toBe("<a/>");
  expect(await nothing((await connect({ status: 204 })).client)).toMatchObject({ ok: true, data: undefined });
  expect(await hasPicture((await connect({ status: 200 })).client)).toMatchObject({ ok: true, status: 200 });
  expect(await hasPicture((await connect({ status: 404 })).client)).toMatchObject({ ok: false, status: 404 });
});

test("requests JSON if there is a choice", async () => {
  const { client, seen } = await connect({ body: { id: 1 } });
  expect(await unwrap(choice(client))).toEqual({ id: 1 });
  await choice(client, {}, { headers: { accept: "application/xml" } });
  expect(seen.map(({ headers }) => headers.accept)).toEqual(["application/json", "application/xml"]);
});
