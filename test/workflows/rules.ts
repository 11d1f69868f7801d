import { type Job, read, type Step, type Workflow } from "./workflow.ts";

/** The only actions there are, each as the one commit that was looked at. */
const actions: readonly string[] = [
  "actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0",
  "actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e # v6.4.0",
];

/** What the token of each job may do. A job that is not listed may not exist. */
const permissions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ci.yml test": { contents: "read" },
  "ci.yml drift": { contents: "read" },
  "ci.yml comment": { "pull-requests": "write" },
  "spec-drift.yml pull": { contents: "read" },
  "spec-drift.yml propose": { contents: "write", "pull-requests": "write" },
  "spec-drift.yml check": { actions: "write" },
};

const triggers: Readonly<Record<string, readonly string[]>> = {
  "ci.yml": ["pull_request", "push", "workflow_dispatch"],
  "spec-drift.yml": ["schedule", "workflow_dispatch"],
};

/** What the condition of a job must begin with. */
const conditions: Readonly<Record<string, string>> = {
  "ci.yml drift": "github.event_name == 'pull_request'",
  "ci.yml comment": "github.event.pull_request.head.repo.full_name == github.repository && ",
  "spec-drift.yml pull": "github.ref == 'refs/heads/main'",
  "spec-drift.yml propose": "needs.pull.outputs.changed != ''",
  "spec-drift.yml check": "needs.propose.outputs.pushed == 'true'",
};

/** What a workflow file does that it must not. */
export function problems(file: string, text: string): string[] {
  const workflow = read(text);
  return [
    ...ofText(text),
    ...ofWorkflow(file, workflow),
    ...Object.entries(workflow.jobs).flatMap(([name, job]) =>
      ofJob(`${file} ${name}`, job).map((problem) => `${name}: ${problem}`),
    ),
  ];
}

const unless = (fine: boolean, problem: string): string[] => (fine ? [] : [problem]);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function ofText(text: string): string[] {
  const used = [...text.matchAll(/\buses: *(.*)/g)].map(([, action = ""]) => action);
  return [
    ...used.filter((action) => !actions.includes(action)).map((action) => `uses ${action}`),
    ...unless(!/\bsecrets\b/.test(text), "names secrets"),
  ];
}

function ofWorkflow(file: string, { on, permissions, concurrency, defaults }: Workflow): string[] {
  const [schedule] = (on.schedule ?? []) as { cron: string }[];
  const [minute = "", ...rest] = schedule?.cron.split(" ") ?? [];
  return [
    ...unless(same(Object.keys(on).sort(), triggers[file]), `is started by ${Object.keys(on)}`),
    ...unless(same(permissions, {}) || same(permissions, { contents: "read" }), "gives every job a token that writes"),
    ...unless(concurrency?.group !== undefined, "lets runs collide"),
    ...unless(defaults?.run?.shell === "bash", "goes on after a failure inside a pipe"),
    ...unless(
      !schedule || /^\d*[13579] \d+ \* \* \*$/.test([minute, ...rest].join(" ")),
      "is not daily, or at a busy minute",
    ),
    ...unless(!schedule || concurrency?.["cancel-in-progress"] === false, "ends a run that may be pushing"),
  ];
}

function ofJob(id: string, job: Job): string[] {
  const timeout = job["timeout-minutes"] ?? Number.POSITIVE_INFINITY;
  const writes = Object.values(job.permissions ?? {}).includes("write");
  const condition = conditions[id];
  return [
    ...unless(same(job.permissions, permissions[id]), "has other permissions than listed"),
    ...unless(timeout <= 30, "may run for ever"),
    ...unless(/^ubuntu-\d\d\.04$/.test(job["runs-on"] ?? ""), "runs on a machine that changes"),
    ...unless(condition === undefined || (job.if ?? "").startsWith(condition), `is not under ${condition}`),
    ...unless(!(job.if ?? "").includes("||"), "has an alternative to its condition"),
    ...unless(job.env === undefined, "gives an environment to actions as well"),
    ...job.steps.flatMap((step) => ofStep(id, step, writes)),
  ];
}

function ofStep(id: string, { uses = "", with: inputs = {}, env = {}, run = "" }: Step, writes: boolean): string[] {
  const checkout = uses.startsWith("actions/checkout@");
  const token = Object.values(env).some((value) => /github\.token|toJSON/i.test(value));
  return [
    ...unless(!run.includes("${{"), "puts an expression into a script"),
    ...unless(!token || writes, "takes a token that it has no use for"),
    ...unless(!checkout || inputs["persist-credentials"] === (id === "spec-drift.yml propose"), "leaves credentials"),
    ...unless(!checkout || inputs.ref === undefined, "checks out something else"),
    ...unless(!checkout || id !== "ci.yml comment", "checks out the pull request beside a token that writes"),
    ...unless(!writes || !/\b(npm|npx|tsx|node)\b/.test(run), "runs packages beside a token that writes"),
    ...unless(
      !writes || !uses.startsWith("actions/setup-node@"),
      "prepares to run packages beside a token that writes",
    ),
  ];
}
