import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Done, type Setting, scratch } from "./runner.ts";
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

/** What the stub of the GitHub CLI keeps. */
export interface State {
  pulls: {
    number: number;
    state: string;
    title: string;
    body: string;
    base: string;
    labels: string[];
    head: { ref: string; sha: string; repo: { full_name: string; owner: string } };
    /** Whether the branch is in another repository than the one at hand. */
    foreign?: boolean;
  }[];
  labels: string[];
  comments: { id: number; issue: number; user: { login: string }; body: string }[];
  runs: { workflow: string; ref: string }[];
  calls: string[];
  /** Whether the settings forbid workflows to open pull requests. */
  refuse?: boolean;
}

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

/** A repository on a forge that is this machine: a bare repository, a working copy of it, and a stub of its CLI. */
export function forge(files: Readonly<Record<string, string>>, copies: readonly string[] = []): Forge {
  const folder = scratch();
  const [origin, work, programs, state] = ["origin.git", "work", "programs", "state.json"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const env = { PATH: process.env.PATH ?? "", HOME: folder, GIT_CONFIG_NOSYSTEM: "1" };
  const exec = (cwd: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Dev", "-c", "user.email=dev@acme.test", ...args], {
      cwd,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();

  mkdirSync(programs);
  writeFileSync(state, JSON.stringify({ pulls: [], labels: ["bug"], comments: [], runs: [], calls: [] }));
  writeFileSync(
    join(programs, "gh"),
    `#!/bin/sh\nexec node '${join(import.meta.dirname, "gh.mjs")}' '${state}' '${origin}' "$@"\n`,
  );
  chmodSync(join(programs, "gh"), 0o755);
  exec(folder, "init", "-q", "--bare", "-b", "main", origin);
  exec(folder, "clone", "-q", origin, work);
  exec(work, "checkout", "-q", "-b", "main");
  for (const name of [".github", ...copies]) cpSync(join(root, name), join(work, name), { recursive: true });

  const made: Forge = {
    origin,
    programs,
    ref: "refs/heads/main",
    github: { repository: "acme/client", ref: "refs/heads/main", ref_name: "main", token: "t0ken", event: {} },
    git: (...args) => exec(work, ...args),
    edit: (wanted) => {
      for (const [name, text] of Object.entries(wanted)) {
        mkdirSync(dirname(join(work, name)), { recursive: true });
        if (text === null) exec(work, "rm", "-q", "--", name);
        else writeFileSync(join(work, name), text);
      }
    },
    land: (message) => {
      exec(work, "add", "--all");
      exec(work, "commit", "-q", "-m", message);
      exec(work, "push", "-q", "origin", "main");
    },
    patch: (wanted) => {
      made.edit(wanted);
      exec(work, "add", "--all");
      const patch = exec(work, "diff", "--cached", "--binary", "--full-index", "--no-renames");
      exec(work, "reset", "-q", "--hard");
      return `${patch}\n`;
    },
    state: () => JSON.parse(readFileSync(state, "utf8")),
    change: (alter) => {
      const now = made.state();
      alter(now);
      writeFileSync(state, JSON.stringify(now));
    },
  };
  made.edit(files);
  made.land("Start");
  return made;
}

export const pack = (text: string): string => gzipSync(text).toString("base64");

/** A job that ended well with these outputs. */
export const done = (outputs: Readonly<Record<string, string>>): Done => ({
  result: "success",
  outputs,
  log: "",
  summary: "",
});
