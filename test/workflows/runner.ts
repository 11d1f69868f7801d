import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
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

const keptFolders: string[] = [];
afterAll(() => {
  for (const folder of keptFolders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes when the tests of the file end. */
export function kept(): string {
  const folder = mkdtempSync(join(tmpdir(), "workflow-"));
  keptFolders.push(folder);
  return folder;
}

/** What programs find in their environment. Git looks for nothing to tidy up in repositories that soon go. */
export const environment = (home: string): Record<string, string> => ({
  HOME: home,
  PATH: process.env.PATH ?? "",
  GIT_CONFIG_COUNT: "2",
  GIT_CONFIG_KEY_0: "gc.auto",
  GIT_CONFIG_VALUE_0: "0",
  GIT_CONFIG_KEY_1: "maintenance.auto",
  GIT_CONFIG_VALUE_1: "false",
});

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
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const context = { github: setting.github, needs, steps };
  const due = job.needs === undefined || needs[job.needs]?.result === "success";
  if (!due || (job.if !== undefined && !evaluate(job.if, context)))
    return { result: "skipped", outputs: {}, log: "", summary: "" };

  const folder = scratch();
  const workspace = workspaceOf(job);
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  const given = { ...environment(folder), ...files };
  writeFileSync(files.GITHUB_STEP_SUMMARY, "");
  let log = "";
  let code = 0;
  for (const step of job.steps) {
    writeFileSync(files.GITHUB_OUTPUT, "");
    const env = Object.entries(step.env ?? {}).map(([key, value]) => [key, fill(value, context)]);
    const ran = await runStep(step, workspace, setting, { ...given, ...Object.fromEntries(env) });
    log += ran.log;
    code = ran.code;
    if (code !== 0) break;
    if (step.id !== undefined) steps[step.id] = { outputs: outputs(readFileSync(files.GITHUB_OUTPUT, "utf8")) };
  }
  return {
    result: code === 0 ? "success" : "failure",
    outputs: Object.fromEntries(Object.entries(job.outputs ?? {}).map(([key, value]) => [key, fill(value, context)])),
    log,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
  };
}

/** The workspace of the jobs that install packages. */
let installed: string | undefined;

/**
 * An empty folder, except for jobs that install packages: those of a test file share one, as on a runner that is kept.
 * A checkout then leaves alone what has not changed, so that the bundle of the generator is made once, not in every job.
 */
function workspaceOf({ steps }: Job): string {
  if (!steps.some(({ run }) => run === "npm ci")) return scratch();
  installed ??= kept();
  return installed;
}

/** Checks out REF of ORIGIN with DEPTH commits. As GitHub's action does, it removes what other jobs have left. */
const checkout = `
  [ -d .git ] || { git init -q --template= && git remote add origin "$ORIGIN"; }
  git remote set-url origin "$ORIGIN"
  git fetch -q --depth="$DEPTH" origin "$REF"
  git checkout -q --force FETCH_HEAD
  git clean -ffdxq --exclude=/node_modules
`;

/** Workspaces as a checkout has left them, by commit and depth: each is checked out once, and copied. */
const checkouts = new Map<string, string>();

async function checkOut({ origin, ref }: Setting, depth: string, cwd: string, shell: Shell) {
  const settings = { ORIGIN: `file://${origin}`, REF: ref, DEPTH: depth };
  if (cwd === installed) return shell(checkout, settings);
  const key = `${readFileSync(join(origin, ref), "utf8")} ${depth}`;
  const known = checkouts.get(key);
  if (known === undefined) {
    const ran = await shell(checkout, settings);
    if (ran.code !== 0) return ran;
    const folder = kept();
    cpSync(cwd, folder, { recursive: true });
    checkouts.set(key, folder);
    return ran;
  }
  cpSync(known, cwd, { recursive: true });
  const config = join(cwd, ".git/config");
  writeFileSync(config, readFileSync(config, "utf8").replace(/url = .*/, `url = ${settings.ORIGIN}`));
  return { code: 0, stdout: "", log: "" };
}

type Shell = (script: string, own: Record<string, string>) => ReturnType<typeof run>;

async function runStep(step: Step, cwd: string, setting: Setting, given: Record<string, string>) {
  const { programs, github } = setting;
  const shell: Shell = (script, own) =>
    run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd, { ...given, ...own });
  if (step.uses?.startsWith("actions/checkout@"))
    return checkOut(setting, String(step.with?.["fetch-depth"] ?? 1), cwd, shell);
  if (step.run === "npm ci") linkPackages(join(cwd, "node_modules"));
  if (step.run === undefined || step.run === "npm ci") return { code: 0, stdout: "", log: "" };
  return shell(step.run, {
    PATH: `${programs}:${given.PATH}`,
    GITHUB_REPOSITORY: String(github.repository),
    GITHUB_REF_NAME: String(github.ref_name),
  });
}

/** Makes one link a package, not one for all: what commands keep beside the packages stays in the workspace. */
function linkPackages(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder);
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== ".cache") symlinkSync(join(root, "node_modules", name), join(folder, name));
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
