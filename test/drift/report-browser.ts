import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

const program = "/usr/bin/chromium";

export const hasBrowser: boolean = existsSync(program);

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly dark: boolean;
  readonly script?: boolean;
}

/** One page in Chromium. It is told what to do over DevTools' pipe, so that the page's own policy is left as it is. */
export interface Page {
  /** Opens an address. */
  open(url: string, view: View): Promise<void>;
  /** What an expression gives in the page, as JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** What can be seen without scrolling, or the whole page, as a PNG. */
  screenshot(whole?: boolean): Promise<Buffer>;
  /** What the page has asked for since it was opened. */
  readonly requests: string[];
  close(): Promise<void>;
}

type Answer = {
  id?: number;
  method?: string;
  params?: { request?: { url: string } };
  result?: unknown;
  error?: unknown;
};

/** Starts Chromium with an empty profile. */
export async function browse(): Promise<Page> {
  const profile = mkdtempSync(join(tmpdir(), "report-browser-"));
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const child = spawn(
    program,
    [...flags, "--hide-scrollbars", "--remote-debugging-pipe", `--user-data-dir=${profile}`, "about:blank"],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const requests: string[] = [];
  const { send, listen } = connect(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { targetInfos } = await send<{ targetInfos: { type: string; targetId: string }[] }>("Target.getTargets");
  const targetId = targetInfos.find(({ type }) => type === "page")?.targetId;
  const { sessionId } = await send<{ sessionId: string }>("Target.attachToTarget", { targetId, flatten: true });
  const tell = <Result>(method: string, params: object = {}) => send<Result>(method, params, sessionId);
  listen(({ method, params }) => {
    if (method === "Network.requestWillBeSent") requests.push(params?.request?.url ?? "");
  });
  await Promise.all([
    tell("Page.enable"),
    tell("Network.enable"),
    tell("Emulation.setFocusEmulationEnabled", { enabled: true }),
  ]);
  return {
    requests,
    async open(url, { width, dark, script = true }) {
      requests.length = 0;
      const features = [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }];
      await tell("Emulation.setEmulatedMedia", { features });
      await tell("Emulation.setDeviceMetricsOverride", {
        width,
        height: 900,
        deviceScaleFactor: 1,
        mobile: width < 600,
      });
      await tell("Emulation.setScriptExecutionDisabled", { value: !script });
      const loaded = new Promise<void>((resolve) =>
        listen(({ method }) => {
          if (method === "Page.loadEventFired") resolve();
        }),
      );
      await tell("Page.navigate", { url });
      await loaded;
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = await tell<{ result: { value: unknown }; exceptionDetails?: unknown }>(
        "Runtime.evaluate",
        { expression, returnByValue: true, awaitPromise: true },
      );
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    },
    async screenshot(whole = false) {
      const options = { captureBeyondViewport: whole };
      return Buffer.from((await tell<{ data: string }>("Page.captureScreenshot", options)).data, "base64");
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await send("Browser.close").catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Messages over a pair of pipes, each ended by a zero byte. */
function connect(input: Writable, output: Readable) {
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(answer: Answer) => void>();
  let buffer = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = (buffer + chunk).split("\0");
    buffer = messages.pop() ?? "";
    for (const message of messages) {
      const answer: Answer = JSON.parse(message);
      if (answer.id === undefined) for (const listener of listeners) listener(answer);
      else waiting.get(answer.id)?.(answer);
    }
  });
  let last = 0;
  const send = <Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${JSON.stringify(error)}`));
        else resolve(result as Result);
      });
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  return { send, listen: (listener: (answer: Answer) => void) => listeners.add(listener) };
}
