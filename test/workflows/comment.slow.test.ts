import { describe, expect, test } from "vitest";
import { done, type Forge, forge, hasJq, pack } from "./forge.ts";
import { runWorkflow } from "./runner.ts";

const marker = "<!-- instantly-drift -->";

/** The comment's job alone, for pull request 7 from this repository. */
async function comment(at: Forge, level: string, text: string, from = "acme/client") {
  const event = { pull_request: { number: 7, head: { repo: { full_name: from } } } };
  const setting = { ...at, github: { ...at.github, event_name: "pull_request", event } };
  const given = { test: done({}), drift: done({ level, report: text && pack(text) }) };
  return (await runWorkflow("ci.yml", setting, given)).comment;
}

describe.skipIf(!hasJq)("a pull request has one comment", () => {
  test("it is written once and updated in place", async () => {
    const at = await forge({});
    const bot = { login: "github-actions[bot]" };
    const others = [
      { id: 1, issue: 7, user: { login: "mallory" }, body: `${marker}\nMine` },
      { id: 2, issue: 7, user: bot, body: "Something else" },
      { id: 3, issue: 8, user: bot, body: `${marker}\nAnother pull request's` },
    ];
    at.change(({ comments }) => comments.push(...others));
    const first = `${marker}\n'"; $(touch x) \`touch x\` \${{ github.token }}\n@everyone = true\n`;
    for (const [level, text] of [
      ["breaking", first],
      ["docs", `${marker}\nSecond\n`],
      ["none", `${marker}\nThird\n`],
    ] as const) {
      expect((await comment(at, level, text))?.result).toBe("success");
      expect(at.state().comments).toEqual([...others, { id: 4, issue: 7, user: bot, body: text }]);
    }
  });
});

test.each<{ name: string; level?: string; text?: string; from?: string; want: string; calls?: string[] }>([
  { name: "a pull request from a fork", from: "mallory/client", want: "skipped" },
  { name: "a pull request whose fork is gone", from: "", want: "skipped" },
  { name: "a base without a snapshot", text: "", want: "skipped" },
  { name: "a text that is no report", text: `Hello\n${marker}\n`, want: "failure" },
])("$name has none", async ({ level = "breaking", text = `${marker}\nText\n`, from, want }) => {
  const at = await forge({});
  expect((await comment(at, level, text, from))?.result).toBe(want);
  expect(at.state()).toMatchObject({ comments: [], calls: [] });
});

test.skipIf(!hasJq)("a change that callers do not meet has none", async () => {
  const at = await forge({});
  expect((await comment(at, "none", `${marker}\nNo drift\n`))?.result).toBe("success");
  expect(at.state()).toMatchObject({ comments: [], calls: ["GET issues/7/comments"] });
});
