import { createServer, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { loadDocument } from "../../generator/download/load.ts";
import { readProxies } from "../../generator/download/transport.ts";
import { GeneratorError } from "../../generator/util/errors.ts";
import { fine, give, parsed, upstream } from "./upstream.ts";

/** A proxy that tells what it was asked for; it lets nothing through to where names end in `.invalid`. */
async function proxy() {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? "");
    incoming.pipe(
      request(incoming.url ?? "", { headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }),
    );
  });
  server.on("connect", ({ url = "" }, socket) => {
    asked.push(url);
    if (url.includes(".invalid")) return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    const [host = "", port] = url.split(":");
    const through = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      through.pipe(socket).pipe(through);
    });
    for (const end of [through, socket]) end.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const nowhere = "http://127.0.0.1:9";

describe("proxies", () => {
  test.each<{ name: string; environment: (proxy: string) => Record<string, string>; used: boolean }>([
    { name: "HTTP_PROXY is used", environment: (url) => ({ HTTP_PROXY: url }), used: true },
    { name: "http_proxy is used", environment: (url) => ({ http_proxy: url }), used: true },
    { name: "a proxy needs no scheme", environment: (url) => ({ http_proxy: url.slice(7) }), used: true },
    { name: "blanks around it are no part of it", environment: (url) => ({ http_proxy: ` ${url} ` }), used: true },
    { name: "the small letters win", environment: (url) => ({ http_proxy: url, HTTP_PROXY: nowhere }), used: true },
    { name: "HTTPS_PROXY is for https", environment: () => ({ HTTPS_PROXY: nowhere }), used: false },
    {
      name: "NO_PROXY names who is asked directly",
      environment: (url) => ({ HTTP_PROXY: url, NO_PROXY: "127.0.0.1" }),
      used: false,
    },
    {
      name: "no_proxy does as well",
      environment: (url) => ({ HTTP_PROXY: url, no_proxy: "x.test,127.0.0.1" }),
      used: false,
    },
    { name: "NO_PROXY may name all", environment: () => ({ HTTP_PROXY: nowhere, NO_PROXY: "*" }), used: false },
    { name: "NO_PROXY may name others", environment: (url) => ({ HTTP_PROXY: url, NO_PROXY: "api.test" }), used: true },
    { name: "none are named", environment: () => ({ HTTP_PROXY: "", NO_PROXY: "x.test" }), used: false },
  ])("$name", async ({ environment, used }) => {
    const { url, asked } = await proxy();
    const { url: source, port, seen } = await upstream(fine);
    expect((await loadDocument(source, { environment: environment(url) })).document).toEqual(parsed);
    expect(seen).toHaveLength(1);
    expect(asked).toEqual(used ? [expect.stringContaining(`127.0.0.1:${port}`)] : []);
  });

  test("what is https goes through a tunnel, and its name is resolved at the other end", async () => {
    const { url, asked } = await proxy();
    const environment = { HTTPS_PROXY: url.replace("//", "//me:secret@") };
    const error = await loadDocument("https://api.invalid/x.json", { environment }).catch((error) => error);
    expect(`${error.code}: ${error.what}`).toBe(`SOURCE_UNREACHABLE: the proxy ${url}/ responded with 403`);
    expect(asked).toEqual(["api.invalid:443"]);
  });

  test("what is refused may be refused by the proxy, which is named", async () => {
    const { url } = await proxy();
    const { url: source } = await upstream(give(403));
    const refused = (environment: Record<string, string>) =>
      loadDocument(source, { environment }).catch((error) => String(error.message).split("403 Forbidden. ")[1]);
    expect(await refused({ HTTP_PROXY: url })).toBe(`Check the URL, and what the proxy ${url} allows.`);
    expect(await refused({ HTTPS_PROXY: url })).toBe("Check the URL.");
  });

  test("one that is away is like a server that is away", async () => {
    const limits = { retryDelaysMs: [1] };
    const error = await loadDocument("https://api.invalid/x.json", {
      limits,
      environment: { HTTPS_PROXY: nowhere },
    }).catch((error) => error);
    expect(`${error.code}: ${error.what}`).toBe("SOURCE_UNREACHABLE: no connection (ECONNREFUSED)");
  });

  test.each(["socks5://me:secret@proxy.test", "http://me:secret@:x", "xhttp://secret"])("%s is no proxy", (address) => {
    const read = () => readProxies({ HTTPS_PROXY: address });
    expect(read).toThrow(GeneratorError);
    expect(read).toThrow(
      "error[PROXY_INVALID] at HTTPS_PROXY: this environment variable is not the URL of an http or https proxy. Correct it, or unset it.",
    );
  });
});
