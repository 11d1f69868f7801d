import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";

/** What a server does with a request, down to the bytes of the connection. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage, index: number) => void;

/** A request as it came in. */
export interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** A server on this machine that behaves as told, for one test. */
export async function upstream(behave: Behaviour): Promise<{ url: string; port: number; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? "", headers: request.headers });
    behave(response, request, seen.length - 1);
  });
  // Who goes away in the middle is what some tests are about.
  server.on("clientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, seen };
}

/** The smallest document. */
export const text = '{"openapi":"3.1.0","paths":{}}';
export const parsed: unknown = JSON.parse(text);

/** Answers with this. */
export const give =
  (status: number, body: string | Buffer = "", headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    void response.writeHead(status, headers).end(body);

export const fine: Behaviour = give(200, text);

/** Sends the answer on to this place. */
export const redirect = (location: string, status = 302): Behaviour => give(status, "", { location });

/** One behaviour for each request; the last one from there on. */
export const turns =
  (...behaviours: Behaviour[]): Behaviour =>
  (response, request, index) =>
    behaviours[Math.min(index, behaviours.length - 1)]?.(response, request, index);

/**
 * Lets the fake clock run, after what was sent has been read: both ends are in this process, and a turn of the event
 * loop reads what is there.
 */
export async function pass(ms: number): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  if (ms > 0) vi.advanceTimersByTime(ms);
}

/**
 * Bytes straight onto the connection, one part after the other, with a pause between them; then it ends. A pause is one
 * of the fake clock.
 */
export const raw =
  (parts: readonly string[], pause = 0): Behaviour =>
  async (response) => {
    for (const part of parts) {
      if (response.socket?.destroyed) return;
      response.socket?.write(part);
      await pass(pause);
    }
    response.socket?.destroy();
  };

export const reset: Behaviour = (response) => void response.socket?.resetAndDestroy();
