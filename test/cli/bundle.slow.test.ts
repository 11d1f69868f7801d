import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { generateClient as pipeline } from "../../generator/app/pipeline.ts";
import { readConfig } from "../../generator/config/read-config.ts";
import { loadDocument } from "../../generator/download/load.ts";
import { readFolder } from "../../generator/files/write-files.ts";
import type { run as Run } from "../../generator/main.ts";
import { goldens } from "../helpers/goldens.ts";
import { type Ran, runIn } from "../helpers/run.ts";
import { newestCopy } from "../helpers/spec-history.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "bundle-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const config = { name: "Test", include: { paths: ["/**"] }, enumNames: {}, snapshot: "snapshot.json" };

/** The generator as the launcher bundles it, loaded into this process. */
async function bundled(): Promise<(...argv: string[]) => Promise<Ran>> {
  const to = join(root, "node_modules/.cache", `bundle-${process.pid}`);
  onTestFinished(() => rmSync(to, { recursive: true, force: true }));
  const { bundle }: { bundle: (from: string, to: string) => Promise<unknown> } = await import(
    join(root, "generator/bundle.mjs")
  );
  await bundle(join(root, "generator"), to);
  writeFileSync(join(to, "package.json"), '{ "type": "module" }');
  const { run }: { run: typeof Run } = await import(pathToFileURL(join(to, "main.js")).href);
  return (...argv) => runIn({ folder, home: root, state: undefined }, argv, run);
}

/** The bundle prints types with the compiler that ts-morph brings, the sources with the one that is installed. */
test("the bundle prints every document as the sources do", async () => {
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  const generate = await bundled();
  const documents = [...goldens.map(({ document }) => document), ...newestCopy];
  for (const [index, file] of documents.entries()) {
    const out = `out/${index}`;
    const ran = await generate("generate", "--source", file, "--config", "config.json", "--out", out);
    expect(ran).toMatchObject({ code: 0 });
    const { document } = await loadDocument(file);
    const templates = readFolder(join(root, "templates"));
    const { snapshot, client } = await pipeline(document, readConfig(config, ""), templates, async (_, work) => work());
    const want = {
      "snapshot.json": snapshot,
      ...Object.fromEntries([...client].map(([path, text]) => [`generated/${path}`, text])),
    };
    for (const [path, text] of Object.entries(want))
      expect(`${file} ${path}\n${readFileSync(join(folder, out, path), "utf8")}`).toBe(`${file} ${path}\n${text}`);
  }
});
