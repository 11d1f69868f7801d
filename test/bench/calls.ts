import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import createFetchClient from "openapi-fetch";
import { createAccountClient, getAccount } from "../../dist/index.js";
import type { paths } from "../../generated/types.js";
import { median } from "./median.ts";

const account = { email: "jon@doe.com", status: 1, first_name: "Jon", last_name: "Doe" };
const path = { email: "jon@doe.com" };

/** Times two ways to do one thing, in turn, and gives the median of the ratios of neighbouring rounds. */
async function ratio(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
  rounds: number,
  calls: number,
): Promise<number> {
  const time = async (work: () => Promise<unknown>): Promise<number> => {
    const start = process.hrtime.bigint();
    for (let call = 0; call < calls; call++) await work();
    return Number(process.hrtime.bigint() - start);
  };
  const ratios: number[] = [];
  for (let round = -3; round < rounds; round++) {
    const [a, b] =
      round % 2
        ? [await time(ours), await time(theirs)]
        : await time(theirs).then(async (b) => [await time(ours), b] as const);
    if (round >= 0) ratios.push(a / b);
  }
  return median(ratios);
}

/** A call through a generated function against the same call through bare openapi-fetch, with and without a network. */
export async function callRatios(rounds: number): Promise<{ http: number; memory: number }> {
  const body = JSON.stringify(account);
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pair = (fetch?: (request: Request) => Promise<Response>) => {
    const ours = createAccountClient({ apiKey: "k", baseUrl, ...(fetch && { fetch }) });
    const theirs = createFetchClient<paths>({
      baseUrl,
      headers: { Authorization: "Bearer k" },
      ...(fetch && { fetch }),
    });
    return [
      () => getAccount(ours, { path }),
      () => theirs.GET("/api/v2/accounts/{email}", { params: { path } }),
    ] as const;
  };
  try {
    const memory = await ratio(
      ...pair(async () => new Response(body, { headers: { "content-type": "application/json" } })),
      rounds,
      300,
    );
    const http = await ratio(...pair(), rounds, 100);
    return { http, memory };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
