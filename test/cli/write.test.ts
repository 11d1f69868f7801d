import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { leftIn } from "../helpers/left.ts";
import { baseline, project, snapshot } from "../helpers/project.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("a run that was interrupted", () => {
  const path = "generated/enums.ts";
  const token = "0123456789abcdef";

  /** A project in which a run has replaced one of two files, and was killed. */
  const interrupted = () => {
    const made = project();
    const whole = made.files();
    const before = whole[path] ?? "";
    const entries = [
      { path, before: sha256(before), after: sha256("new") },
      { path: snapshot, before: sha256(baseline), after: sha256("new") },
    ];
    const journal = { token, folders: [], files: entries };
    cpSync(join(made.folder, path), join(made.folder, `${path}.${token}.old.tmp`));
    writeFileSync(join(made.folder, path), "new");
    writeFileSync(join(made.folder, `${snapshot}.${token}.new.tmp`), "new");
    writeFileSync(join(made.folder, ".generate-journal.tmp"), JSON.stringify(journal));
    return { ...made, whole };
  };

  test("is told by --check, which changes nothing", async () => {
    const { folder, generate, files } = interrupted();
    const left = files();
    expect(await generate("--check", "--offline")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`stale: .generate-journal.tmp\nstale: ${path}\n`),
      stderr: expect.stringContaining("A run was interrupted here or is still writing."),
    });
    expect(files()).toEqual(left);
    expect(existsSync(join(folder, ".generate-journal.tmp"))).toBe(true);
  });

  test("is taken back by the next one, before it reads the snapshot", async () => {
    const { folder, generate, files, whole } = interrupted();
    writeFileSync(join(folder, snapshot), "new");
    cpSync(join(folder, `${snapshot}.${token}.new.tmp`), join(folder, snapshot));
    writeFileSync(join(folder, `${snapshot}.${token}.old.tmp`), baseline);
    expect(await generate("--offline")).toMatchObject({
      code: 0,
      stdout: "no change\n",
      stderr: expect.stringContaining("An earlier run was interrupted here."),
    });
    expect(files()).toEqual(whole);
    expect(leftIn(folder)).toEqual([]);
    expect(await generate("--check", "--offline")).toMatchObject({ code: 0, stdout: "up to date\n" });
  });
});

test.each([{ args: ["--offline"] }, { args: ["--offline", "--check"] }])(
  "an output folder that is a link is refused by generate $args",
  async ({ args }) => {
    const { folder, generate } = project();
    cpSync(join(folder, "generated"), join(folder, "elsewhere"), { recursive: true });
    rmSync(join(folder, "generated"), { recursive: true });
    symlinkSync("elsewhere", join(folder, "generated"));
    expect(await generate(...args)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("error[OUTPUT_SYMLINK] at generated: this is a symbolic link"),
    });
  },
);

test("a file that no run has made is not overwritten", async () => {
  const { folder, generate } = project();
  const list = join(folder, "generated/manifest.json");
  const { files } = JSON.parse(readFileSync(list, "utf8"));
  writeFileSync(list, JSON.stringify({ files: files.filter((name: string) => name !== "enums.ts") }));
  writeFileSync(join(folder, "generated/enums.ts"), "mine");
  expect(await generate("--offline")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("error[OUTPUT_FOREIGN] at generated/enums.ts: "),
  });
  expect(readFileSync(join(folder, "generated/enums.ts"), "utf8")).toBe("mine");
});
