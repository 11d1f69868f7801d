import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../../generator/config/config.ts";
import type { JsonObject } from "../../generator/document/json.ts";
import { skipNotice } from "../helpers/spec-history.ts";
import { callEach } from "./calls.ts";
import { make, place } from "./client.ts";
import { callable, example, examples, refused } from "./examples.ts";
import { github } from "./github.ts";
import { byTag, newest } from "./newest.ts";
import { rawOperations } from "./raw.ts";

/**
 * `npm run test:wide`: makes a client of each document, compiles it with both compilers, calls every operation that can
 * be called, and prints what that came to. Exits with 1 where something is not as the document has it. With names of
 * examples (`3.1/json/train-travel.json`) it takes these alone.
 */
interface Row {
  readonly document: string;
  readonly clients: number;
  readonly operations: number;
  readonly called: number;
  readonly enums: number;
  readonly generated: string;
  readonly "TypeScript 5.9": string;
  readonly "TypeScript 7.0": string;
  readonly problems: readonly string[];
}

type Given = readonly [name: string, document: JsonObject, config?: Partial<Config>];

async function prove(document: string, given: readonly Given[]): Promise<Row> {
  const out = mkdtempSync(join(tmpdir(), "wide-"));
  const here = place(join(out, "clients"));
  const [clients, generated] = await timed(async () => {
    const outcomes = [];
    for (const [, value, config] of given) outcomes.push(await make(value, config));
    return outcomes;
  });
  for (const [index, outcome] of clients.entries()) here.put(`c${index}`, outcome);
  const [old, oldTime] = await timed(async () => here.typeCheck());
  const [now, nowTime] = await timed(() => here.compile("7.0"));
  const problems = [old, now].filter((text) => text !== "");
  let called = 0;
  for (const [index, [, value]] of given.entries()) {
    const wanted = rawOperations(value).filter(
      (operation) =>
        callable(operation) &&
        clients[index]?.model.operations.some(
          ({ path, method }) => path === operation.path && method === operation.method,
        ),
    );
    const calls = await callEach(value, await here.load(`c${index}`), wanted);
    called += calls.called;
    problems.push(...calls.problems);
  }
  rmSync(out, { recursive: true });
  const sum = (count: (client: (typeof clients)[number]) => number) =>
    clients.reduce((all, each) => all + count(each), 0);
  return {
    document,
    clients: clients.length,
    operations: sum(({ counts }) => counts.operations),
    called,
    enums: sum(({ model }) => model.enums.length),
    generated,
    "TypeScript 5.9": oldTime,
    "TypeScript 7.0": nowTime,
    problems,
  };
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, string]> {
  const start = performance.now();
  const result = await work();
  return [result, `${((performance.now() - start) / 1000).toFixed(1)} s`];
}

const rows: Row[] = [];
const asked = process.argv.slice(2);
if (asked.length > 0) {
  rows.push(
    await prove(
      asked.join(),
      asked.map((name) => [name, example(name)]),
    ),
  );
} else {
  const api = await newest();
  if (api) {
    const tags = [...byTag(api)].filter(([, operations]) => operations.length > 0);
    rows.push(
      await prove(
        "the API, tag by tag",
        tags.map(([tag]) => [tag, api, { name: tag, include: { tags: [tag] } }]),
      ),
    );
    rows.push(await prove("the whole API", [["all", api]]));
  } else console.log(skipNotice("the API itself is"));
  const given = examples.filter((name) => refused[name] === undefined);
  rows.push(
    await prove(
      "@readme/oas-examples",
      given.map((name) => [name, example(name)]),
    ),
  );
  const document = github();
  if (document) rows.push(await prove("GitHub", [["github", document]]));
}

console.table(rows.map(({ problems, ...row }) => ({ ...row, problems: problems.length })));
for (const { document, operations, called, problems } of rows)
  console.log(`${document}: ${called} of ${operations} operations called, ${problems.length} problems`);
for (const { document, problems } of rows) for (const problem of problems) console.log(`${document}: ${problem}`);
process.exitCode = rows.some(({ problems }) => problems.length > 0) ? 1 : 0;
