import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const root: string = join(import.meta.dirname, "../..");

/** What these tests know of a workflow file. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly concurrency?: { readonly group?: string; readonly "cancel-in-progress"?: unknown };
  readonly defaults?: { readonly run?: { readonly shell?: string } };
  readonly jobs: Readonly<Record<string, Job>>;
}

export type Permissions = Readonly<Record<string, string>> | string;

export interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly "runs-on"?: string;
  readonly "timeout-minutes"?: number;
  readonly permissions?: Permissions;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

/** The texts of this project's workflows by file name. */
export const texts: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(join(root, ".github/workflows")).map((name) => [
    name,
    readFileSync(join(root, ".github/workflows", name), "utf8"),
  ]),
);

/** A job as the file has it. */
export function jobOf(file: string, name: string): Job {
  const job = read(texts[file] ?? "").jobs[name];
  if (job === undefined) throw new Error(`${file} has no job ${name}`);
  return job;
}

/** The parser's word is taken for it; a file of another shape fails the rules. */
export const read = (text: string): Workflow => parse(text) as Workflow;
