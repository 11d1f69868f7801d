import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Context, evaluate, fill } from "./expression.ts";
import { type Job, read, root, type Step, texts } from "./workflow.ts";

/** What became of a job. */
export interface Done {
  readonly result: "success" | "failure" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
}

export interface Setting {
  /** The bare repository that is checked out. */
  readonly origin: string;
  /** What is checked out, a ref of it. */
  readonly ref: string;
  /** A folder with programs that come before all others. */
  readonly programs: string;
  /** The context `github`. */
  readonly github: Context;
}

/** A folder that goes when the test ends. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "workflow-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the jobs of a workflow as GitHub does, except those whose end is given. */
export async function runWorkflow(
  file: string,
  setting: Setting,
  given: Readonly<Record<string, Done>> = {},
): Promise<Record<string, Done>> {
  const needs: Record<string, Done> = { ...given };
  for (const [name, job] of Object.entries(read(texts[file] ?? "").jobs))
    if (needs[name] === undefined) needs[name] = await runJob(job, setting, needs);
  return needs;
}

async function runJob(job: Job, setting: Setting, needs: Record<string, Done>): Promise<Done> {
  const folder = scratch();
  const workspace = join(folder, "workspace");
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  mkdirSync(workspace);
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const context = { github: setting.github, needs, steps };
  const due = job.needs === undefined || needs[job.needs]?.result === "success";
  if (!due || (job.if !== undefined && !evaluate(job.if, context)))
    return { result: "skipped", outputs: {}, log: "", summary: "" };

  let log = "";
  let code = 0;
  for (const step of job.steps) {
    writeFileSync(files.GITHUB_OUTPUT, "");
    const env = Object.entries(step.env ?? {}).map(([key, value]) => [key, fill(value, context)]);
    const ran = await runStep(step, workspace, setting, { ...files, ...Object.fromEntries(env) });
    log += ran.log;
    code = ran.code;
    if (code !== 0) break;
    if (step.id !== undefined) steps[step.id] = { outputs: outputs(readFileSync(files.GITHUB_OUTPUT, "utf8")) };
  }
  return {
    result: code === 0 ? "success" : "failure",
    outputs: Object.fromEntries(Object.entries(job.outputs ?? {}).map(([key, value]) => [key, fill(value, context)])),
    log,
    summary: await run("cat", [files.GITHUB_STEP_SUMMARY], folder, { PATH: path }).then((ran) => ran.stdout),
  };
}

const path = process.env.PATH ?? "";

async function runStep(step: Step, cwd: string, setting: Setting, own: Record<string, string>) {
  const { origin, ref, programs, github } = setting;
  const env = {
    HOME: join(cwd, ".."),
    PATH: `${programs}:${path}`,
    GITHUB_REPOSITORY: String(github.repository),
    GITHUB_REF_NAME: String(github.ref_name),
    ...own,
  };
  if (step.uses?.startsWith("actions/checkout@"))
    return run(
      "bash",
      [
        "-ec",
        'git init -q && git remote add origin "$0" && git fetch -q --depth="$2" origin "$1" && git checkout -q FETCH_HEAD',
      ].concat(`file://${origin}`, ref, String(step.with?.["fetch-depth"] ?? 1)),
      cwd,
      env,
    );
  if (step.run === undefined) return { code: 0, stdout: "", log: "" };
  if (step.run === "npm ci") {
    // One link a package, not one for all: what commands keep beside the packages stays in the workspace.
    mkdirSync(join(cwd, "node_modules"));
    for (const name of readdirSync(join(root, "node_modules")))
      if (name !== ".cache") symlinkSync(join(root, "node_modules", name), join(cwd, "node_modules", name));
    return { code: 0, stdout: "", log: "" };
  }
  return run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], cwd, env);
}

/** Not the synchronous way: a test may answer requests meanwhile. */
export const run = (program: string, args: string[], cwd: string, env: Record<string, string>) =>
  new Promise<{ code: number; stdout: string; log: string }>((resolve) => {
    execFile(program, args, { cwd, env, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code) || 1, stdout, log: stdout + stderr }),
    );
  });

const outputs = (text: string): Record<string, string> =>
  Object.fromEntries(text.split("\n").flatMap((line) => (/^(\w+)=(.*)$/.exec(line) ? [line.split(/=(.*)/, 2)] : [])));
