import { describe, expect, test } from "vitest";
import { done, type Forge, forge, hasJq } from "./forge.ts";
import { branches, files, propose, report } from "./proposal.ts";
import { runWorkflow } from "./runner.ts";

const quiet = (at: Forge) => runWorkflow("spec-drift.yml", at, { pull: done({ changed: "false" }) });

const onBranch = (at: Forge, file: string) => {
  at.git("fetch", "-q", "origin", "spec-drift");
  return at.git("show", `FETCH_HEAD:${file}`);
};

describe.skipIf(!hasJq)("one pull request follows the API", () => {
  test("the first change opens it, with its label, and asks CI to look", async () => {
    const at = await forge(files);
    const ran = await propose(at, at.patch({ "spec/api.json": "[1]\n", "generated/new.ts": "export const a = 1;\n" }));
    expect([ran.propose?.result, ran.check?.result]).toEqual(["success", "success"]);
    expect([onBranch(at, "spec/api.json"), onBranch(at, "README.md")]).toEqual(["[1]", "Read me"]);
    expect(at.git("log", "-1", "--format=%an <%ae> %s%n%P", "FETCH_HEAD").split("\n")).toEqual([
      "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com> Follow the API's document (risky)",
      at.git("rev-parse", "main"),
    ]);
    const { pulls, labels, runs } = at.state();
    expect(pulls).toMatchObject([
      { title: "Follow the API's document (risky)", base: "main", labels: ["drift: risky"], body: report("risky") },
    ]);
    expect([labels, runs]).toEqual([["bug", "drift: risky"], [{ workflow: "ci.yml", ref: "spec-drift" }]]);
  });

  test("the same change again pushes nothing and opens nothing", async () => {
    const at = await forge(files);
    const patch = at.patch({ "spec/api.json": "[1]\n" });
    await propose(at, patch);
    const before = onBranch(at, "spec/api.json") + at.git("rev-parse", "FETCH_HEAD");
    at.edit({ "README.md": "Read this\n" });
    at.land("Something else on main");
    const ran = await propose(at, patch);
    expect([ran.propose?.result, ran.check?.result]).toEqual(["success", "skipped"]);
    expect(onBranch(at, "spec/api.json") + at.git("rev-parse", "FETCH_HEAD")).toBe(before);
    expect(at.state().pulls).toMatchObject([{ number: 1, state: "open", labels: ["drift: risky"] }]);
  });

  test("a further change updates it and moves our label, not those of others", async () => {
    const at = await forge(files);
    await propose(at, at.patch({ "spec/api.json": "[1]\n" }));
    at.change(({ pulls }) => pulls[0]?.labels.push("bug", "drift: docs"));
    const ran = await propose(at, at.patch({ "spec/api.json": "[2]\n", "generated/index.ts": null }), "breaking");
    expect(ran.check?.result).toBe("success");
    expect(onBranch(at, "spec/api.json")).toBe("[2]");
    expect(at.git("rev-list", "--count", "main..FETCH_HEAD")).toBe("1");
    expect(at.state().pulls).toMatchObject([
      {
        number: 1,
        title: "Follow the API's document (breaking)",
        labels: ["bug", "drift: breaking"],
        body: report("breaking"),
      },
    ]);
  });

  test("a branch of the same name in a fork is none of ours", async () => {
    const at = await forge(files);
    const head = { ref: "spec-drift", sha: "0", repo: { full_name: "acme/fork", owner: "acme" } };
    const foreign = { number: 1, state: "open", title: "T", body: "B", base: "main", labels: [], head, foreign: true };
    at.change(({ pulls }) => pulls.push(foreign));
    await propose(at, at.patch({ "spec/api.json": "[1]\n" }));
    expect(at.state().pulls).toMatchObject([foreign, { number: 2, state: "open", labels: ["drift: risky"] }]);
  });

  test("what somebody declined is not proposed again, another change is", async () => {
    const at = await forge(files);
    const patch = at.patch({ "spec/api.json": "[1]\n" });
    await propose(at, patch);
    at.change(({ pulls }) => Object.assign(pulls[0] ?? {}, { state: "closed" }));
    const again = await propose(at, patch);
    expect([again.propose?.result, at.state().pulls.length]).toEqual(["success", 1]);
    expect(again.propose?.log).toContain("::notice::This change was proposed before");
    await propose(at, at.patch({ "spec/api.json": "[2]\n" }));
    expect(at.state().pulls).toMatchObject([{ state: "closed" }, { number: 2, state: "open" }]);
  });

  test("commits that people have added to the branch are not lost", async () => {
    const at = await forge(files);
    const patch = at.patch({ "spec/api.json": "[1]\n" });
    await propose(at, patch);
    at.git("fetch", "-q", "origin", "spec-drift");
    at.git("checkout", "-q", "FETCH_HEAD");
    at.edit({ "README.md": "Mended\n" });
    at.git("commit", "-q", "-a", "-m", "Mend");
    at.git("push", "-q", "origin", "HEAD:spec-drift");
    at.git("checkout", "-q", "main");
    expect((await propose(at, patch)).propose?.result).toBe("success");
    const ran = await propose(at, at.patch({ "spec/api.json": "[2]\n" }));
    expect(ran.propose?.result).toBe("failure");
    expect(ran.propose?.log).toContain(
      "::error::The API has changed again, but spec-drift has commits of other authors.",
    );
    expect(onBranch(at, "README.md")).toBe("Mended");
  });

  test("settings that forbid it are named", async () => {
    const at = await forge(files);
    const patch = at.patch({ "spec/api.json": "[1]\n" });
    at.change((state) => Object.assign(state, { refuse: true }));
    const ran = await propose(at, patch);
    expect(ran.propose?.result).toBe("failure");
    expect(ran.propose?.log).toContain("::error::No pull request was opened. Allow GitHub Actions to create");
    at.change((state) => Object.assign(state, { refuse: false }));
    await propose(at, patch);
    expect(at.state().pulls).toMatchObject([{ number: 1, state: "open", labels: ["drift: risky"] }]);
  });
});

describe.skipIf(!hasJq)("when upstream is what main has", () => {
  test("nothing is pushed or asked for", async () => {
    const at = await forge(files);
    const ran = await quiet(at);
    expect([ran.propose?.result, ran.check?.result]).toEqual(["success", "skipped"]);
    expect([branches(at), at.state().calls]).toEqual([["main"], ["GET pulls"]]);
  });

  test("an open pull request is closed with the reason, and the change may come back", async () => {
    const at = await forge(files);
    const patch = at.patch({ "spec/api.json": "[1]\n" });
    await propose(at, patch);
    await quiet(at);
    expect(branches(at)).toEqual(["main"]);
    expect(at.state()).toMatchObject({
      pulls: [{ number: 1, state: "closed" }],
      comments: [
        { issue: 1, body: "The API's document is again what `main` has, so there is nothing left to merge here." },
      ],
    });
    await propose(at, patch);
    expect(at.state().pulls).toMatchObject([{ state: "closed" }, { number: 2, state: "open" }]);
  });
});
