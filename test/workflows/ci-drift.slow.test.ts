import { describe, expect, test } from "vitest";
import { snapshot } from "../helpers/project.ts";
import { field } from "./documents.ts";
import { done, type Forge, forge, hasJq, project } from "./forge.ts";
import { runWorkflow } from "./runner.ts";

describe("a pull request", () => {
  /** CI for a pull request that changes files of main, as merged; its tests are taken for done. */
  const ci = async (at: Forge, files: Readonly<Record<string, string>>, from = "acme/client") => {
    at.git("checkout", "-q", "-b", "change");
    at.edit(files);
    at.git("add", "--all");
    at.git("commit", "-q", "-m", "Change");
    at.git("checkout", "-q", "main");
    at.git("merge", "-q", "--no-ff", "-m", "Merge", "change");
    at.git("push", "-q", "origin", "HEAD:refs/pull/7/merge");
    const event = { pull_request: { number: 7, head: { repo: { full_name: from } } } };
    const setting = { ...at, ref: "refs/pull/7/merge", github: { ...at.github, event_name: "pull_request", event } };
    return runWorkflow("ci.yml", setting, { test: done({}) });
  };
  const fields = { [snapshot]: `${JSON.stringify(JSON.parse(field), undefined, 2)}\n` };

  test.skipIf(!hasJq)("has annotations, a summary and a comment", async () => {
    const at = await forge({}, project);
    const { drift, comment } = await ci(at, fields);
    expect([drift?.result, comment?.result]).toEqual(["success", "success"]);
    expect(drift?.log).toMatch(/^::error .*/m);
    expect(drift?.summary).toMatch(/^<!-- instantly-drift -->\n/);
    expect(drift?.summary).toMatch(/^`git:[0-9a-f]{12}` → `spec\/.*`$/m);
    expect(at.state().comments).toMatchObject([{ issue: 7, body: drift?.summary }]);
  });

  test("from a fork has annotations and a summary", async () => {
    const at = await forge({}, project);
    const { drift, comment } = await ci(at, fields, "mallory/client");
    expect([drift?.result, comment?.result]).toEqual(["success", "skipped"]);
    expect(drift?.log).toMatch(/^::error .*/m);
    expect(drift?.summary).toMatch(/^<!-- instantly-drift -->\n/);
    expect(at.state().calls).toEqual([]);
  });

  test("into a base without a snapshot has a plain word about it", async () => {
    const at = await forge({}, project);
    at.edit({ [snapshot]: null });
    at.land("No snapshot yet");
    const { drift, comment } = await ci(at, fields);
    expect([drift?.result, comment?.result]).toEqual(["success", "skipped"]);
    expect(drift?.summary).toBe(`The base has no ${snapshot} yet, so there is no drift to report.\n`);
  });
});
