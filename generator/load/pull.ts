import { GeneratorError } from "../errors.ts";
import { checked, withoutCredentials } from "./address.ts";
import { attempt, type Got } from "./attempt.ts";
import { keep, recall } from "./cache.ts";
import type { Limits } from "./limits.ts";
import { nextWait } from "./retry.ts";
import { size } from "./size.ts";
import { type Environment, transport } from "./transport.ts";

export interface PullOptions {
  readonly limits: Limits;
  readonly notice: (text: string) => void;
  /** The folder that bodies are kept in between runs. Nothing is kept without it. */
  readonly cache?: string | undefined;
  /** Waits this many milliseconds before another try. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** Where proxies are named. */
  readonly environment: Environment;
}

/** A body, and how to keep it for the next run, which is worth it once the document has proved to be one. */
export interface Pulled {
  readonly body: Buffer;
  readonly keep: () => void;
}

/** Asks for an address until it answers, it says no, or it is clear that it will not. */
export async function pull(source: string, options: PullOptions): Promise<Pulled> {
  const url = checked(source);
  const { fetch, close, proxy } = await transport(options.environment);
  // What needs a password is not left lying about.
  const folder = url.username === "" && url.password === "" ? options.cache : undefined;
  const kept = folder === undefined ? undefined : recall(folder, url);
  let bytes = 0;
  const tell = (): void => {
    if (bytes > 0) options.notice(`load: ${size(bytes)} so far`);
  };
  const slow = setInterval(tell, options.limits.progress);
  const received = (count: number): void => {
    bytes = count;
  };
  try {
    const got = await patiently(url, options, () =>
      attempt({ url, fetch, limits: options.limits, proxy: proxy(url), kept, received }),
    );
    const { body, from, validators } = got;
    return { body, keep: () => folder && validators && keep(folder, url, body, from, validators) };
  } finally {
    clearInterval(slow);
    await close();
  }
}

async function patiently(
  url: URL,
  { limits, wait }: Pick<PullOptions, "limits" | "wait">,
  once: () => ReturnType<typeof attempt>,
): Promise<Got> {
  for (let attempts = 0; ; attempts++) {
    const answer = await once();
    if ("body" in answer) return answer;
    const delay = nextWait(answer, attempts, limits);
    if (delay === undefined)
      throw new GeneratorError(
        "SOURCE_UNREACHABLE",
        withoutCredentials(url.href),
        answer.reason,
        "Try again later, or name another address or a file",
      );
    await wait(delay);
  }
}
