import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came in over the wire. */
export interface Seen {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to answer; a string body goes out as it is, anything else as JSON. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Whether the connection ends with the body, whatever the headers promise. */
  readonly cut?: boolean;
  /** Whether no response ever comes. */
  readonly silent?: boolean;
}

/** A real HTTP server on this machine, until it is closed. */
export async function listen(
  answer: (request: Seen, index: number) => Reply,
): Promise<{ url: string; seen: Seen[]; close(): void }> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "", headers } = request;
    const here: Seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
    seen.push(here);
    const { status = 200, headers: extra, body, silent, cut } = answer(here, seen.length - 1);
    if (silent) return;
    const text = typeof body === "string" || body === undefined ? (body ?? "") : JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json", ...extra });
    if (cut) response.write(text, () => response.destroy());
    else response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}
