import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { large, whole } from "./documents.ts";
import { median } from "./median.ts";
import { root, type Took, took } from "./processes.ts";

const typesOnly = join(root, "node_modules/openapi-typescript/bin/cli.js");

/** The commands that are compared, each as a whole process that starts from nothing. */
function commands(folder: string, node: string) {
  const write = (name: string, content: string): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const [part, api] = [large(), whole()];
  const document = write("large.json", part);
  const all = api === part ? document : write("all.json", api);
  const config = write("config.json", JSON.stringify({ include: { paths: ["/**"] }, enumNames: {} }));
  const theirs = (source: string) => [typesOnly, source, "-o", join(folder, "theirs.ts")];
  const generate = (...options: string[]) => ["generator/run.mjs", "generate", ...options];
  const ours = (...options: string[]) => {
    const out = join(folder, "fromOverlay");
    rmSync(out, { recursive: true, force: true });
    return generate("--out", out, ...options);
  };
  const kept = join(folder, "kept");
  // Makes the bundle, and the files that another run finds unchanged.
  took(node, generate("--source", document, "--out", kept));
  const command = {
    theirsAccount: () => theirs(join(root, "spec/api_v2.account.json")),
    account: () => ours("--source", document),
    theirsLarge: () => theirs(document),
    whole: () => ours("--source", all, "--config", config),
    theirsWhole: () => theirs(all),
    unchanged: () => generate("--offline", "--out", kept),
    bare: () => ["-e", "0"],
  };
  return { command, wholeIsLarge: all === document };
}

export interface GenerateFigures {
  readonly toLarge: number;
  readonly toAccount: number;
  readonly unchanged: number;
  readonly whole: number;
  readonly memory: number;
  /** Where the time of one regeneration goes, in milliseconds, start-up included. */
  readonly stages: readonly (readonly [string, number])[];
}

/** The medians of the ratios of neighbours in a round: what else the machine does slows all of them. */
export function generateFigures(node: string, rounds: number): GenerateFigures {
  const folder = mkdtempSync(join(tmpdir(), "generate-"));
  try {
    const { command, wholeIsLarge } = commands(folder, node);
    type Name = keyof typeof command;
    const inTurn = (names: readonly Name[], rounds: number, measured: "time" | "memory"): Map<Name, Took>[] =>
      Array.from({ length: rounds }, (_, round) => {
        const order = round % 2 === 0 ? names : [...names].reverse();
        return new Map(order.map((name) => [name, took(node, command[name](), measured)]));
      });
    const ratio = (all: readonly Map<Name, Took>[], ours: Name, theirs: Name, of: "milliseconds" | "memory"): number =>
      median(all.map((round) => Number(round.get(ours)?.[of]) / Number(round.get(theirs)?.[of])));

    const small = inTurn(["unchanged", "bare"], rounds * 3, "time");
    // If both documents are the same, one run of openapi-typescript counts for both.
    const theirsWhole = wholeIsLarge ? "theirsLarge" : "theirsWhole";
    const names = new Set<Name>(["theirsAccount", "account", "theirsLarge", "whole", theirsWhole]);
    const large = inTurn([...names], rounds, "memory");
    return {
      toAccount: ratio(large, "account", "theirsAccount", "milliseconds"),
      toLarge: ratio(large, "account", "theirsLarge", "milliseconds"),
      unchanged: ratio(small, "unchanged", "bare", "milliseconds"),
      whole: ratio(large, "whole", theirsWhole, "milliseconds"),
      memory: ratio(large, "whole", theirsWhole, "memory"),
      stages: stages(large.flatMap((round) => round.get("account") ?? [])),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function stages(runs: readonly Took[]): (readonly [string, number])[] {
  const of = ({ said }: Took) =>
    [...said.matchAll(/^(\w+) +(\d+) ms/gm)].map(([, name, time]) => [name, Number(time)] as const);
  const names = [...new Set(runs.flatMap((run) => of(run).map(([name]) => name ?? "")))];
  const start = median(runs.map((run) => of(run).reduce((rest, [, time]) => rest - time, run.milliseconds)));
  const times = names.map(
    (name) => [name, median(runs.map((run) => Number(new Map(of(run)).get(name) ?? 0)))] as const,
  );
  return [["start", start], ...times];
}
