import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { installGh, type State } from "./gh.ts";
import { type Done, environment, kept, type Setting, scratch } from "./runner.ts";
import { root } from "./workflow.ts";

/** What of this project a run of its commands needs. */
export const project: readonly string[] = [
  "generator",
  "templates",
  "spec",
  "generated",
  "package.json",
  "tsconfig.json",
  ".gitattributes",
];

/** Whether the stub can filter what it answers. GitHub's machines have jq. */
export const hasJq: boolean = spawnSync("jq", ["--version"]).status === 0;

export interface Forge extends Setting {
  /** Runs git in the working copy of a developer. */
  git(...args: string[]): string;
  /** Changes files of the working copy; null removes one. */
  edit(files: Readonly<Record<string, string | null>>): void;
  /** Commits everything to main and pushes it. */
  land(message: string): void;
  /** The patch that takes main to these files, made the way pull.sh makes it. */
  patch(files: Readonly<Record<string, string | null>>): string;
  state(): State;
  change(work: (state: State) => void): void;
}

/** Repositories that tests start from, by what is in them: each is made once, and copied. */
const templates = new Map<string, string>();

/** A folder with a bare repository that has one commit, and a working copy of it. */
function template(files: Readonly<Record<string, string>>, copies: readonly string[]): string {
  const key = JSON.stringify([files, copies]);
  const found = templates.get(key);
  if (found !== undefined) return found;
  const folder = kept();
  const { exec, ...at } = working(folder);
  exec(folder, "init", "-q", "--bare", "-b", "main", "--template=", "origin.git");
  exec(folder, "init", "-q", "-b", "main", "--template=", "work");
  exec(at.work, "remote", "add", "origin", "../origin.git"); // wherever the folder is copied to
  for (const name of [".github", ...copies]) cpSync(join(root, name), join(at.work, name), { recursive: true });
  at.edit(files);
  at.land("Start");
  templates.set(key, folder);
  return folder;
}

/** How a developer changes the repository in a folder. */
function working(folder: string) {
  const work = join(folder, "work");
  const env = { ...environment(folder), GIT_CONFIG_NOSYSTEM: "1" };
  const exec = (cwd: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Dev", "-c", "user.email=dev@acme.test", ...args], {
      cwd,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  const edit: Forge["edit"] = (wanted) => {
    for (const [name, text] of Object.entries(wanted)) {
      mkdirSync(dirname(join(work, name)), { recursive: true });
      if (text === null) exec(work, "rm", "-q", "--", name);
      else writeFileSync(join(work, name), text);
    }
  };
  const land: Forge["land"] = (message) => {
    exec(work, "add", "--all");
    exec(work, "commit", "-q", "-m", message);
    exec(work, "push", "-q", "origin", "main");
  };
  return { work, exec, edit, land };
}

/** A repository on a forge that is this machine: a bare repository, a working copy of it, and a stand-in for its CLI. */
export async function forge(files: Readonly<Record<string, string>>, copies: readonly string[] = []): Promise<Forge> {
  const folder = scratch();
  cpSync(template(files, copies), folder, { recursive: true });
  const { work, exec, edit, land } = working(folder);
  const [origin, programs] = [join(folder, "origin.git"), join(folder, "programs")];
  mkdirSync(programs);
  const state: State = { pulls: [], labels: ["bug"], comments: [], runs: [], calls: [] };
  await installGh(programs, state, origin);

  return {
    origin,
    programs,
    ref: "refs/heads/main",
    github: { repository: "acme/client", ref: "refs/heads/main", ref_name: "main", token: "t0ken", event: {} },
    git: (...args) => exec(work, ...args),
    edit,
    land,
    patch: (wanted) => {
      edit(wanted);
      exec(work, "add", "--all");
      const patch = exec(work, "diff", "--cached", "--binary", "--full-index", "--no-renames");
      exec(work, "reset", "-q", "--hard");
      return `${patch}\n`;
    },
    state: () => structuredClone(state),
    change: (alter) => alter(state),
  };
}

export const pack = (text: string): string => gzipSync(text).toString("base64");

/** A job that ended well with these outputs. */
export const done = (outputs: Readonly<Record<string, string>>): Done => ({
  result: "success",
  outputs,
  log: "",
  summary: "",
});
