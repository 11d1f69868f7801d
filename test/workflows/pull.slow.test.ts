import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen, type Reply } from "../helpers/listen.ts";
import { baseline, frozen, snapshot } from "../helpers/project.ts";
import { edited, long, schema, sentence } from "./documents.ts";
import { type Forge, forge, hasJq, project } from "./forge.ts";
import { runWorkflow } from "./runner.ts";
import { root } from "./workflow.ts";

const config = readFileSync(join(root, "generator/config/config.ts"), "utf8");
const address = '"https://api.instantly.ai/openapi/api_v2.json"';

/** The upstream of all tests here. They share it so that the project that names it is the same, and its generator. */
let answer: () => Reply = () => ({ status: 503 });
let upstream: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  upstream = await listen(() => answer());
});
afterAll(() => upstream.close());

/** This project on a forge; its configured upstream answers what `reply` gives. */
async function following(reply: () => Reply): Promise<Forge> {
  expect(config.split(address)).toHaveLength(2);
  answer = reply;
  const following = config.replace(address, JSON.stringify(`${upstream.url}/api_v2.json`));
  return forge({ ...Object.fromEntries(frozen()), "generator/config/config.ts": following }, project);
}

test.skipIf(!hasJq)("the scheduled workflow from upstream to the pull request", { timeout: 300_000 }, async () => {
  let published = baseline;
  const at = await following(() => ({ body: published }));
  const day = async (document: string) => {
    published = document;
    const ran = await runWorkflow("spec-drift.yml", at);
    expect(Object.values(ran).filter(({ result }) => result === "failure")).toEqual([]);
    return { pull: ran.pull, ran: Object.keys(ran).filter((name) => ran[name]?.result === "success"), ...at.state() };
  };

  const first = await day(baseline);
  expect([first.ran, first.pulls]).toEqual([["pull", "propose"], []]);
  expect(first.pull?.summary).toBe("Upstream equals the committed snapshot.\n");

  const second = await day(sentence);
  expect(second.ran).toEqual(["pull", "propose", "check"]);
  expect(second.pulls).toMatchObject([{ state: "open", labels: ["drift: docs"], body: second.pull?.summary }]);
  expect(second.pulls[0]?.body).toMatch(/^<!-- instantly-drift -->\n/);
  at.git("fetch", "-q", "origin", "spec-drift");
  const names = at.git("diff", "--name-only", "main", "FETCH_HEAD").split("\n");
  expect(names).toEqual(expect.arrayContaining(["generated/types.ts", snapshot, "spec/api_v2.lock.json"]));
  expect(names.filter((name) => !/^(spec|generated)\//.test(name))).toEqual([]);

  const third = await day(sentence);
  expect([third.ran, third.pulls]).toEqual([["pull", "propose"], second.pulls]);

  const fourth = await day(long);
  expect(fourth.ran).toEqual(["pull", "propose", "check"]);
  expect(fourth.pulls).toMatchObject([{ state: "open", labels: ["drift: breaking"], body: fourth.pull?.summary }]);
  expect(fourth.pull?.outputs.patch2).not.toBe("");

  const fifth = await day(baseline);
  expect([fifth.ran, fifth.pulls]).toMatchObject([["pull", "propose"], [{ state: "closed" }]]);
});

describe("the job that pulls fails, and nothing else runs", () => {
  test.each<{ name: string; reply: () => Reply; want: string }>([
    { name: "upstream is away", reply: () => ({ status: 503 }), want: "error[SOURCE_" },
    { name: "upstream has moved", reply: () => ({ status: 404 }), want: "error[SOURCE_" },
    { name: "upstream is a web page", reply: () => ({ body: "<!doctype html>" }), want: "error[SOURCE_HTML]" },
    {
      name: "the patch is too large to be handed over",
      reply: () => ({
        body: edited((document) => Object.assign(schema(document), { description: randomBytes(4e5).toString("hex") })),
      }),
      want: "::error::The packed patch has ",
    },
  ])("when $name", async ({ reply, want }) => {
    const at = await following(reply);
    const ran = await runWorkflow("spec-drift.yml", at);
    expect(ran.pull?.log).toContain(want);
    expect(ran).toMatchObject({
      pull: { result: "failure" },
      propose: { result: "skipped" },
      check: { result: "skipped" },
    });
    expect(at.state().calls).toEqual([]);
  });
});
