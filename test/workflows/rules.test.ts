import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { problems } from "./rules.ts";
import { read, root, texts } from "./workflow.ts";

const ci = "ci.yml";
const scheduled = "spec-drift.yml";

test("there are the two workflows", () => {
  expect(Object.keys(texts).sort()).toEqual([ci, scheduled]);
});

test.each(Object.keys(texts))("%s keeps the rules", (file) => {
  expect(problems(file, texts[file] ?? "")).toEqual([]);
});

describe("a workflow that breaks a rule is caught", () => {
  const sha = "9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0";
  const none = "permissions: {} # each job requests its own";
  const comment = "    permissions:\n      pull-requests: write\n    steps:\n";

  test.each<{ file: string; from: string; to: string; want: string }>([
    {
      file: ci,
      from: "  pull_request:\n",
      to: "  pull_request_target:\n",
      want: "is started by push,pull_request_target",
    },
    {
      file: ci,
      from: "  pull_request:\n",
      to: "  pull_request:\n  issue_comment:\n",
      want: "is started by push,pull_re",
    },
    { file: scheduled, from: "  workflow_dispatch:\n", to: "", want: "is started by schedule" },
    { file: scheduled, from: "23 5 * * *", to: "0 5 * * *", want: "is not daily, or at a busy minute" },
    { file: scheduled, from: "23 5 * * *", to: "23 5 * * 1", want: "is not daily, or at a busy minute" },
    { file: scheduled, from: "cancel-in-progress: false", to: "cancel-in-progress: true", want: "ends a run that may" },
    { file: scheduled, from: "  group: spec-drift\n", to: "", want: "lets runs collide" },
    { file: ci, from: "    shell: bash", to: "    shell: sh", want: "goes on after a failure inside a pipe" },
    { file: ci, from: none, to: "permissions: write-all", want: "gives every job a token that writes" },
    { file: ci, from: none, to: "permissions: { issues: write }", want: "gives every job a token that writes" },
    { file: ci, from: `${none}\n`, to: "", want: "gives every job a token that writes" },
    { file: ci, from: "contents: read", to: "contents: write", want: "test: has other permissions than listed" },
    {
      file: ci,
      from: "    permissions:\n      contents: read\n",
      to: "",
      want: "test: has other permissions than listed",
    },
    { file: ci, from: "pull-requests: write", to: "issues: write", want: "comment: has other permissions than listed" },
    { file: scheduled, from: "contents: read", to: "contents: write", want: "pull: has other permissions than listed" },
    {
      file: scheduled,
      from: "actions: write",
      to: "contents: write",
      want: "check: has other permissions than listed",
    },
    { file: scheduled, from: "  check:\n", to: "  another:\n", want: "another: has other permissions than listed" },
    { file: ci, from: `${sha} # v7.0.0`, to: "v7", want: "uses actions/checkout@v7" },
    { file: ci, from: " # v7.0.0", to: "", want: `uses actions/checkout@${sha}` },
    {
      file: ci,
      from: `checkout@${sha}`,
      to: `upload-artifact@${sha}`,
      want: `uses actions/upload-artifact@${sha} # v7.0.0`,
    },
    { file: ci, from: `${sha} #`, to: `${sha.replace("9", "8")} #`, want: "uses actions/checkout@8c091bb2" },
    { file: scheduled, from: "github.token", to: "secrets.TOKEN", want: "names secrets" },
    { file: ci, from: "    timeout-minutes: 30\n", to: "", want: "test: may run for ever" },
    { file: ci, from: "ubuntu-24.04", to: "self-hosted", want: "test: runs on a machine that changes" },
    {
      file: ci,
      from: "npm run lint",
      to: "echo ${{ github.event.pull_request.title }}",
      want: "test: puts an expression into a script",
    },
    {
      file: scheduled,
      from: '"$GITHUB_REPOSITORY"',
      to: "${{ github.repository }}",
      want: "check: puts an expression into a script",
    },
    {
      file: ci,
      from: "          persist-credentials: false\n",
      to: "          fetch-tags: false\n",
      want: "test: leaves credentials",
    },
    {
      file: ci,
      from: "          fetch-depth: 2",
      to: "          ref: ${{ github.head_ref }}",
      want: "drift: checks out something else",
    },
    { file: ci, from: "github.repository && needs", to: "github.repository || needs", want: "comment: is not under" },
    {
      file: ci,
      from: "report != ''",
      to: "report != '' || true",
      want: "comment: has an alternative to its condition",
    },
    { file: ci, from: "head.repo.full_name", to: "base.repo.full_name", want: "comment: is not under" },
    { file: scheduled, from: "    if: github.ref == 'refs/heads/main'\n", to: "", want: "pull: is not under" },
    { file: scheduled, from: "changed != ''", to: "changed != 'never'", want: "propose: is not under" },
    {
      file: ci,
      from: comment,
      to: `${comment}      - uses: actions/checkout@${sha} # v7.0.0\n`,
      want: "comment: checks out the pull request",
    },
    {
      file: ci,
      from: comment,
      to: `${comment}      - run: npm ci\n`,
      want: "comment: runs packages beside a token that writes",
    },
    {
      file: scheduled,
      from: "bash .github/scripts/propose.sh",
      to: "npm run propose",
      want: "propose: runs packages beside",
    },
    {
      file: ci,
      from: comment,
      to: `${comment}      - uses: actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e # v6.4.0\n`,
      want: "comment: prepares to run packages beside a token that writes",
    },
    {
      file: ci,
      from: "      - run: npm ci\n",
      to: "      - run: npm ci\n        env: { GH_TOKEN: '${{ github.token }}' }\n",
      want: "test: takes a token that it has no use for",
    },
    {
      file: ci,
      from: "    timeout-minutes: 30\n",
      to: "    timeout-minutes: 30\n    env: { GH_TOKEN: '${{ github.token }}' }\n",
      want: "test: gives an environment to actions as well",
    },
  ])("$file: $from -> $to", ({ file, from, to, want }) => {
    const text = texts[file] ?? "";
    expect(text).toContain(from);
    const found = problems(
      file,
      text.replace(from, () => to),
    );
    expect(found.filter((problem) => problem.startsWith(want))).not.toEqual([]);
  });
});

describe("what the workflows name is there", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const runs = Object.values(texts).flatMap((text) =>
    Object.values(read(text).jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
  );

  test("the npm scripts, and the files they and the steps call", () => {
    const names = runs.flatMap((run) => [...run.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = ""]) => name));
    expect(names).toContain("ci:drift");
    expect(names.filter((name) => scripts[name] === undefined)).toEqual([]);
    const called = [...runs, ...names.map((name) => scripts[name])].flatMap(
      (text) => text.match(/\.github\/\S+/g) ?? [],
    );
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test.each(readdirSync(join(root, ".github/scripts")))(
    "%s stops at the first failure and names no machine",
    (name) => {
      const text = readFileSync(join(root, ".github/scripts", name), "utf8");
      if (name !== "lib.sh") expect(text).toMatch(/^#!\/usr\/bin\/env bash\n(#.*\n)+set -euo pipefail\n/);
      expect(text).not.toMatch(/https?:\/\/|\/home\/|\/work\//);
    },
  );
});
