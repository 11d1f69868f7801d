import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

const program = "/usr/bin/chromium";

export const hasBrowser: boolean = existsSync(program);

/** The viewport and settings of a page. */
export interface View {
  readonly width: number;
  readonly dark: boolean;
  readonly script?: boolean;
}

/** A page in Chromium, controlled over the DevTools pipe, which does not affect the security policy of the page. */
export interface Page {
  /** Opens a URL. */
  open(url: string, view: View): Promise<void>;
  /** Evaluates an expression in the page. The result must be JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Takes a screenshot of the viewport or of the whole page, as a PNG. */
  screenshot(whole?: boolean): Promise<Buffer>;
  /** The URLs that the page requested since it was opened. */
  readonly requests: string[];
  close(): Promise<void>;
}

type Message = {
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
  const sendToPage = <Result>(method: string, params: object = {}) => send<Result>(method, params, sessionId);
  listen(({ method, params }) => {
    if (method === "Network.requestWillBeSent") requests.push(params?.request?.url ?? "");
  });
  await Promise.all([
    sendToPage("Page.enable"),
    sendToPage("Network.enable"),
    sendToPage("Emulation.setFocusEmulationEnabled", { enabled: true }),
  ]);
  return {
    requests,
    async open(url, { width, dark, script = true }) {
      requests.length = 0;
      const features = [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }];
      await sendToPage("Emulation.setEmulatedMedia", { features });
      await sendToPage("Emulation.setDeviceMetricsOverride", {
        width,
        height: 900,
        deviceScaleFactor: 1,
        mobile: width < 600,
      });
      await sendToPage("Emulation.setScriptExecutionDisabled", { value: !script });
      const loaded = new Promise<void>((resolve) =>
        listen(({ method }) => {
          if (method === "Page.loadEventFired") resolve();
        }),
      );
      await sendToPage("Page.navigate", { url });
      await loaded;
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = await sendToPage<{ result: { value: unknown }; exceptionDetails?: unknown }>(
        "Runtime.evaluate",
        { expression, returnByValue: true, awaitPromise: true },
      );
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    },
    async screenshot(whole = false) {
      const options = { captureBeyondViewport: whole };
      return Buffer.from((await sendToPage<{ data: string }>("Page.captureScreenshot", options)).data, "base64");
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await send("Browser.close").catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Sends and receives messages that end with a zero byte. */
function connect(input: Writable, output: Readable) {
  const pending = new Map<number, (message: Message) => void>();
  const listeners = new Set<(message: Message) => void>();
  let buffer = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const texts = (buffer + chunk).split("\0");
    buffer = texts.pop() ?? "";
    for (const text of texts) {
      const message: Message = JSON.parse(text);
      if (message.id === undefined) for (const listener of listeners) listener(message);
      else pending.get(message.id)?.(message);
    }
  });
  let lastId = 0;
  const send = <Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, ({ result, error }) => {
        pending.delete(id);
        if (error) reject(new Error(`${method}: ${JSON.stringify(error)}`));
        else resolve(result as Result);
      });
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  return { send, listen: (listener: (message: Message) => void) => listeners.add(listener) };
}
