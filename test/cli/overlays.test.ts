import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { JsonObject } from "../../generator/document/json.ts";
import { baseline, project, snapshot, upstream } from "../helpers/project.ts";
import { serve } from "../helpers/server.ts";

const account = "$.components.schemas[?@.title == 'Account'].properties";
const nullable = { target: `${account}.status_message`, update: { type: ["object", "null"] } };
const renamed = { target: account, update: { first_name: { description: "Ours." } } };
const removed = { target: `${account}.first_name`, remove: true };
const overlay = (...actions: JsonObject[]) => ({
  overlay: "1.0.0",
  info: { title: "Corrections", version: "1.0.0" },
  actions,
});

const file = "spec/corrections.overlay.yaml";
const lock = "spec/api_v2.lock.json";

/** A project whose config names overlays, and a document of upstream to generate from. */
function corrected(...actions: JsonObject[]) {
  const made = project();
  const put = (name: string, text: string) => writeFileSync(join(made.folder, name), text);
  const correct = (...list: JsonObject[]) => put(file, stringify(overlay(...list)));
  put("config.json", JSON.stringify({ overlays: [file] }));
  put("api.json", upstream);
  correct(...actions);
  const config = ["--config", "config.json"];
  return {
    ...made,
    put,
    correct,
    config,
    run: (...args: string[]) => made.generate(...config, ...args),
    compare: async (...args: string[]) => {
      const ran = await made.drift(...config, "--format", "json", "--fail-on", "never", ...args);
      return { ...ran, report: ran.code === 0 ? JSON.parse(ran.stdout) : undefined };
    },
    locked: () => JSON.parse(made.files()[lock] ?? "").overlays,
    property: (name: string) => JSON.parse(made.files()[snapshot] ?? "").components.schemas.Account.properties[name],
  };
}

describe("generate", () => {
  test("corrects the document before anything looks at it, and the lock says by what", async () => {
    const { run, property, locked, files, put } = corrected(nullable);
    const first = await run("--source", "api.json");
    expect(first).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^load .*\noverlay .*spec\/corrections.overlay.yaml\nvalidate /),
    });
    expect(first.stderr).toContain("1 of them from overlays");
    expect(property("status_message").type).toEqual(["object", "null"]);
    expect(files()["generated/types.ts"]).toMatch(/readonly status_message\?: \(\{[^;]*(?:;[^;]*)*?\}\) \| null;/);
    expect(locked()).toEqual([{ file, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await run("--source", "api.json")).toMatchObject({ code: 0, stdout: "no change\n" });
    // The same said otherwise is the same.
    put(file, `# Why.\n${JSON.stringify({ ...overlay({ ...nullable, description: "Why." }), "x-a": 1 })}`);
    expect(await run("--source", "api.json")).toMatchObject({ code: 0, stdout: "no change\n" });
  });

  test("applies several, in their order, JSON or YAML", async () => {
    const { run, put, folder, property, locked } = corrected(nullable);
    put("second.json", JSON.stringify(overlay(removed)));
    put("third.json", JSON.stringify(overlay(renamed)));
    put("config.json", JSON.stringify({ overlays: [file, "second.json", "third.json"] }));
    expect((await run("--source", "api.json", "--out", "there")).code).toBe(0);
    const made = JSON.parse(readFileSync(join(folder, "there", snapshot), "utf8"));
    expect(made.components.schemas.Account.properties.first_name).toEqual({ description: "Ours." });
    expect(property("first_name").type).toBe("string");
    expect(locked()).toEqual([]);
  });

  test("without network does not apply twice what the snapshot has, and --check agrees", async () => {
    const { run, files, property } = corrected(removed, nullable);
    await run("--source", "api.json");
    const before = files();
    expect(await run("--offline")).toMatchObject({ code: 0, stdout: "no change\n" });
    expect(await run("--check", "--offline")).toMatchObject({ code: 0, stdout: "up to date\n" });
    expect(await run("--source", snapshot)).toMatchObject({ code: 0, stdout: "no change\n" });
    expect(files()).toEqual(before);
    expect(property("first_name")).toBeUndefined();
  });

  test("without network applies what was added at the end, and keeps where the document came from", async () => {
    const { run, put, property, locked, files } = corrected(nullable);
    expect(await run("--check", "--offline")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`stale: ${snapshot}\n`),
    });
    expect((await run("--offline")).code).toBe(0);
    put("second.json", JSON.stringify(overlay(removed)));
    put("config.json", JSON.stringify({ overlays: [file, "second.json"] }));
    expect((await run("--offline")).code).toBe(0);
    expect(property("first_name")).toBeUndefined();
    expect(locked().map((each: JsonObject) => each.file)).toEqual([file, "second.json"]);
    expect(JSON.parse(files()[lock] ?? "").obtained).toBe("written from facts");
    expect(await run("--check", "--offline")).toMatchObject({ code: 0 });
  });

  test.each<{ name: string; change: (made: ReturnType<typeof corrected>) => void; has: string }>([
    { name: "changed", change: ({ correct }) => correct(removed), has: `${file} (` },
    { name: "dropped", change: ({ put }) => put("config.json", "{}"), has: "no overlay;" },
    {
      name: "put after another",
      change: ({ put }) => {
        put("first.json", JSON.stringify(overlay(removed)));
        put("config.json", JSON.stringify({ overlays: ["first.json", file] }));
      },
      has: "first.json (",
    },
  ])("needs upstream's document once an overlay was $name", async ({ change, has }) => {
    const made = corrected(nullable);
    const { run, files } = made;
    await run("--source", "api.json");
    change(made);
    const before = files();
    const want = new RegExp(
      `error\\[OVERLAY_CHANGED\\] at api_v2.account.json: the snapshot was made with ${file} \\([0-9a-f]{12}\\), but the config has ${has.replace("(", "\\(")}.*Run with network access, or with --source`,
    );
    expect(await run("--offline")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(want) });
    expect(await run("--check", "--offline")).toMatchObject({
      code: 1,
      stdout: `stale: ${lock}\n`,
      stderr: expect.stringMatching(want),
    });
    expect(files()).toEqual(before);
    expect(await run("--source", "api.json")).toMatchObject({ code: 0, stdout: expect.stringContaining(lock) });
    expect(await run("--check", "--offline")).toMatchObject({ code: 0 });
  });

  test("says so as well when upstream cannot be reached", async () => {
    const { run, put, correct } = corrected(nullable);
    await run("--source", "api.json");
    put("config.json", JSON.stringify({ overlays: [file], source: "http://127.0.0.1:1/api.json" }));
    expect(await run()).toMatchObject({ code: 0, stdout: "no change\n" });
    correct(removed);
    expect(await run()).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/could not be reached.*OVERLAY_CHANGED/s),
    });
  });

  test("says which action upstream has caught up with", async () => {
    const { run, put } = corrected(nullable);
    const fixed = JSON.parse(upstream);
    fixed.components.schemas.Account.properties.status_message.type = ["object", "null"];
    put("api.json", JSON.stringify(fixed));
    expect(await run("--source", "api.json")).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`warning[OVERLAY_UNUSED] at ${file}#/actions/0: `),
    });
  });

  test.each<{ name: string; content?: string; actions?: JsonObject[]; want: string }>([
    { name: "no file", want: `error[OVERLAY_INVALID] at ${file}: ` },
    { name: "no YAML", content: "actions: [", want: `error[OVERLAY_INVALID] at ${file}: the overlay does not parse` },
    { name: "a key twice", content: "overlay: 1.0.0\noverlay: 1.0.0\n", want: 'the key "overlay" is duplicated' },
    { name: "another document", content: upstream, want: `error[OVERLAY_INVALID] at ${file}#/` },
    {
      name: "an action that matches nothing",
      actions: [{ target: `${account}.gone`, remove: true }],
      want: `error[OVERLAY_UNMATCHED] at ${file}#/actions/0/target: \`${account}.gone\` matches nothing in the document.`,
    },
    {
      name: "a reference that leads elsewhere",
      actions: [{ target: `${account}.first_name`, update: { $ref: "https://evil.test/x.json#/a" } }],
      want: "error[REF_UNSUPPORTED] at #/components/schemas/Account/properties/first_name",
    },
    {
      name: "what is no OpenAPI",
      actions: [{ target: "$", update: { openapi: "4.0.0" } }],
      want: "error[VERSION_UNSUPPORTED] at #/openapi",
    },
    {
      name: "what takes the selection away",
      actions: [{ target: "$.paths.*", remove: true }],
      want: "error[INCLUDE_EMPTY]",
    },
  ])("changes nothing where an overlay is or makes $name", async ({ content, actions = [], want }) => {
    const { run, files, put, correct, folder } = corrected();
    if (content !== undefined) put(file, content);
    else if (actions.length > 0) correct(...actions);
    else rmSync(join(folder, file));
    const before = files();
    expect(await run("--source", "api.json")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(want),
    });
    expect(files()).toEqual(before);
  });

  test.each([
    { name: "an API's error", content: '{ "error": "maintenance" }', want: "error[NOT_OPENAPI] at #" },
    {
      name: "Swagger 2.0",
      content: '{ "swagger": "2.0", "paths": {} }',
      want: "error[VERSION_UNSUPPORTED] at #/swagger",
    },
  ])("does not blame an overlay for $name in the place of the document", async ({ content, want }) => {
    const { run, put } = corrected(nullable);
    put("api.json", content);
    expect(await run("--source", "api.json")).toMatchObject({ code: 2, stderr: expect.stringContaining(want) });
  });

  test.each([["../o.yaml"], ["/etc/o.yaml"], ["https://a.test/o.yaml"], [""]])(
    "does not take %j for an overlay",
    async (path) => {
      const { run, put } = corrected(nullable);
      put("config.json", JSON.stringify({ overlays: [path] }));
      expect(await run("--offline")).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(
          `error[CONFIG_INVALID] at config.json#/overlays/0: this must be a path inside the project, not ${JSON.stringify(path)}.`,
        ),
      });
    },
  );
});

describe("drift", () => {
  const kinds = ({ changes }: { changes: { kind: string; fromOverlay?: true }[] }) =>
    changes.map(({ kind, fromOverlay }) => (fromOverlay ? `${kind} (overlay)` : kind));

  test("of a committed correction against upstream is none", async () => {
    const { run, compare } = corrected(removed, nullable);
    await run("--source", "api.json");
    const { url } = await serve(() => ({ body: upstream }));
    for (const head of ["api.json", `${url}/api.json`]) {
      const { report } = await compare("--head", head);
      expect(report).toMatchObject({ level: "none", overlays: [file], changes: [] });
      expect(report.notices).toBeUndefined();
    }
    // Two documents of upstream differ in what upstream changed, and in nothing of ours.
    const { report } = await compare("--base", "api.json", "--head", "api.json");
    expect(report.level).toBe("none");
  });

  test("tells our corrections from what upstream has changed", async () => {
    const { run, compare, folder, drift, correct } = corrected(nullable);
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.test", ...args], { cwd: folder, stdio: "pipe" });
    git("init", "-q");
    git("add", "spec");
    git("commit", "-qm", "one");
    const want = ["became-nullable (overlay)", "description-changed"];
    expect(kinds((await compare("--head", "api.json")).report)).toEqual(want);
    await run("--source", "api.json");
    const { report } = await compare("--base", "git:HEAD", "--head", snapshot);
    expect(kinds(report)).toEqual(want);
    expect(report.overlays).toEqual([file]);
    // A run without the config finds the overlay by the lock, as long as it is the one that was applied.
    const plain = ["--base", "git:HEAD", "--head", snapshot, "--format", "json", "--fail-on", "never"];
    expect(kinds(JSON.parse((await drift(...plain)).stdout))).toEqual(want);
    correct(renamed);
    expect(JSON.parse((await drift(...plain)).stdout).notices).toEqual([
      expect.stringMatching(/^base was made with no overlay, head with spec\/\S+ \(\w{12}\): /),
    ]);
    correct(nullable);
    git("add", "spec");
    git("commit", "-qm", "two");
    expect((await compare("--base", "git:HEAD", "--head", snapshot)).report.level).toBe("none");
    expect(kinds((await compare("--base", "git:HEAD~1", "--head", "git:HEAD")).report)).toEqual(want);
  });

  test("passes over an action that an older base has no place for", async () => {
    const { put, compare } = corrected(nullable, { target: `${account}.nick`, update: { type: ["string", "null"] } });
    const newer = JSON.parse(baseline);
    newer.components.schemas.Account.properties.nick = { type: "string" };
    put("api.json", JSON.stringify(newer));
    expect(kinds((await compare("--head", "api.json")).report)).toEqual([
      "became-nullable (overlay)",
      "property-added",
    ]);
  });

  test.each<{ name: string; change: (made: ReturnType<typeof corrected>) => void; want: RegExp }>([
    {
      name: "changed",
      change: ({ correct }) => correct(renamed),
      want: /^base was made with spec\/\S+ \(\w{12}\), head with spec\/\S+ \(\w{12}\): /,
    },
    {
      name: "dropped",
      change: ({ put }) => put("config.json", "{}"),
      want: /^base was made with spec\/\S+ \(\w{12}\), head with no overlay: changes by overlays cannot be distinguished$/,
    },
  ])("says that it cannot tell them apart once an overlay was $name", async ({ change, want }) => {
    const made = corrected(nullable);
    await made.run("--source", "api.json");
    change(made);
    const { report } = await made.compare("--head", "api.json");
    expect(report.notices).toEqual([expect.stringMatching(want)]);
    expect(kinds(report)).toContain("became-non-nullable");
  });

  test("says which correction may be dropped since upstream has none of it any more", async () => {
    const { put, compare } = corrected(removed);
    const fixed = JSON.parse(upstream);
    delete fixed.components.schemas.Account.properties.first_name;
    put("api.json", JSON.stringify(fixed));
    expect(await compare("--head", "api.json")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^error\[OVERLAY_UNMATCHED\] at spec\/.*#\/actions\/0\/target: .* or remove the action/,
      ),
    });
  });

  test("of a history is upstream's own", async () => {
    const { put, folder, drift, config } = corrected(removed);
    mkdirSync(join(folder, "copies"));
    put("copies/2026-01-01.json", baseline);
    put("copies/2026-01-02.json", upstream);
    const { code, stdout } = await drift(...config, "--history", "copies", "--format", "json");
    expect([code, JSON.parse(stdout).history.map(kinds)]).toEqual([0, [["description-changed"]]]);
  });
});
