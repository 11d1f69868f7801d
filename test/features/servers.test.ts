import { expect, test } from "vitest";
import { createTestClient, one, servers, serverUrl, three, two } from "../golden/servers/index.js";

const base = "http://127.0.0.1:9";

/** Where one call goes. */
async function address(call: typeof one, baseUrl?: string): Promise<string> {
  const seen: string[] = [];
  const fetch = async ({ url }: Request) => {
    seen.push(url);
    return new Response(null, { status: 204 });
  };
  await call(createTestClient({ fetch, ...(baseUrl !== undefined && { baseUrl }) }));
  return seen.join();
}

test.each([
  { what: "the first server, with its defaults", call: one, want: "https://eu.api.test/v1/one" },
  { what: "the server of a path", call: two, want: "https://path.test/two" },
  { what: "the server of an operation", call: three, want: "https://own.test/v3/three" },
  { what: "another server", call: one, baseUrl: serverUrl(servers[1]), want: "http://127.0.0.1:8080/one" },
  {
    what: "another region",
    call: one,
    baseUrl: serverUrl(servers[0], { region: "us" }),
    want: "https://us.api.test/v1/one",
  },
  { what: "a server of the caller's, for all", call: three, baseUrl: base, want: `${base}/three` },
])("$what", async ({ call, baseUrl, want }) => {
  expect(await address(call, baseUrl)).toBe(want);
});
