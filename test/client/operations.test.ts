import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asObject, type JsonObject } from "../../generator/document/json.ts";
import { bind, createAccountClient, operations } from "../golden/account/index.js";
import model from "../golden/account/model.json" with { type: "json" };
import { sample, sampleInput } from "../helpers/sample.ts";
import { serve } from "../helpers/server.ts";

const snapshot: JsonObject = JSON.parse(readFileSync("spec/api_v2.account.json", "utf8"));

test("exports the 16 operations of the document as functions and as data", () => {
  expect(model.operations.map(({ name }) => name)).toEqual(Object.keys(operations));
  expect(model.operations).toHaveLength(16);
});

/** What a URL has to be, by the rules of `simple` path and exploded `form` query parameters. */
function wantedUrl(path: string, { path: values = {}, query = {} }: Record<string, Record<string, unknown>>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values[name])));
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((each) => `${name}=${encodeURIComponent(String(each))}`),
  );
  return pairs.length > 0 ? `${filled}?${pairs.join("&")}` : filled;
}

describe.each(model.operations)("$name", ({ name, method, path, responses }) => {
  const input = sampleInput(snapshot, path, method);
  const operation = asObject(asObject(asObject(snapshot.paths)[path])[method.toLowerCase()]);
  const success = asObject(asObject(operation.responses)["200"]);
  const data = sample(snapshot, asObject(asObject(success.content)["application/json"]).schema);

  test("sends the documented request and returns the documented data", async () => {
    const { url, seen } = await serve(() => ({ body: data }));
    const client = createAccountClient({ apiKey: "key-1", baseUrl: url });
    const calls = bind(client, operations) as unknown as Record<string, (input: unknown) => Promise<unknown>>;
    expect(await calls[name]?.(input)).toMatchObject({ ok: true, status: 200, data });

    const [request, ...others] = seen;
    expect(others).toEqual([]);
    expect([request?.method, request?.url]).toEqual([method, wantedUrl(path, input)]);
    expect(request?.body).toBe(input.body === undefined ? "" : JSON.stringify(input.body));
    expect(request?.headers.authorization).toBe("Bearer key-1");
    expect(request?.headers["content-type"]).toBe(input.body === undefined ? undefined : "application/json");
  });

  test.each(responses.filter(({ status }) => status >= 400))("narrows to $status", async ({ status }) => {
    const error = { statusCode: status, error: "Reason", message: "Words" };
    const { url } = await serve(() => ({ status, body: error }));
    // A 429 is tried again, without a wait.
    const client = createAccountClient({ apiKey: "k", baseUrl: url, retry: { baseDelay: 0 } });
    const calls = bind(client, operations) as unknown as Record<string, (input: unknown) => Promise<unknown>>;
    expect(await calls[name]?.(input)).toMatchObject({ ok: false, status, error });
  });
});
