import { onTestFinished } from "vitest";
import { listen, type Reply, type Seen } from "./listen.ts";

export type { Reply, Seen } from "./listen.ts";

/** A real HTTP server on this machine, for one test. */
export async function serve(answer: (request: Seen, index: number) => Reply): Promise<{ url: string; seen: Seen[] }> {
  const { close, ...server } = await listen(answer);
  onTestFinished(close);
  return server;
}
