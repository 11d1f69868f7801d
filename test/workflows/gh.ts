import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { onTestFinished } from "vitest";

/** What the stand-in for the GitHub CLI keeps. */
export interface State {
  pulls: Pull[];
  labels: string[];
  comments: { id: number; issue: number; user: { login: string }; body: string }[];
  runs: { workflow: string; ref: string }[];
  calls: string[];
  /** Whether the settings forbid workflows to open pull requests. */
  refuse?: boolean;
}

interface Pull {
  number: number;
  state: string;
  title: string;
  body: string;
  base: string;
  labels: string[];
  head: { ref: string; sha: string; repo: { full_name: string; owner: string } };
  /** Whether the branch is in another repository than the one at hand. */
  foreign?: boolean;
}

/** One start of the program. */
interface Start {
  readonly folder: string;
  /** GH_TOKEN and GITHUB_REPOSITORY of its environment; filters read the latter. */
  readonly token: string;
  readonly name: string;
  readonly args: readonly string[];
}

/** A call that failed, as the program prints it. */
class Refused extends Error {}

/**
 * Puts a stand-in for the GitHub CLI into a folder until the test ends. It answers the few requests of the API that the
 * workflows make, and lists every call in the state. Branches are those of a bare repository.
 *
 * The program only hands over its arguments and prints the answer of this process: to start a Node for each call would
 * take longer than all else that the workflows do.
 */
export async function installGh(programs: string, state: State, repository: string): Promise<void> {
  const server = createServer(async (socket) => {
    const { code, output } = answer(await readStart(socket), state, repository);
    socket.end(`${code}\n${output}`);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const program = `#!/usr/bin/env bash
exec 3<>/dev/tcp/127.0.0.1/${port}
printf '%s\\0' $(($# + 3)) "$PWD" "\${GH_TOKEN:-}" "\${GITHUB_REPOSITORY:-}" "$@" >&3
IFS= read -r code <&3
if [ "$code" = 0 ]; then cat <&3; else cat <&3 >&2; fi
exit "$code"
`;
  writeFileSync(join(programs, "gh"), program);
  chmodSync(join(programs, "gh"), 0o755);
}

/** Reads a count, and that many strings, each of which ends with a zero. */
async function readStart(socket: Socket): Promise<Start> {
  let received = "";
  socket.setEncoding("utf8");
  return new Promise((done, fail) => {
    socket.on("error", fail);
    socket.on("data", (chunk) => {
      received += chunk;
      const [count, folder = "", token = "", name = "", ...args] = received.split("\0").slice(0, -1);
      if (count !== undefined && args.length === Number(count) - 3) done({ folder, token, name, args });
    });
  });
}

/** What the program prints, on standard error if its exit code is not 0. */
function answer(start: Start, state: State, repository: string): { code: number; output: string } {
  try {
    return { code: 0, output: call(start, state, repository) };
  } catch (error) {
    return { code: 1, output: `gh: ${error instanceof Error ? error.message : error}\n` };
  }
}

function call({ folder, token, name, args: [command, ...args] }: Start, state: State, repository: string): string {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      method: { type: "string" },
      paginate: { type: "boolean" },
      silent: { type: "boolean" },
      jq: { type: "string" },
      repo: { type: "string" },
      ref: { type: "string" },
      "raw-field": { type: "string", short: "f", multiple: true, default: [] },
      field: { type: "string", short: "F", multiple: true, default: [] },
    },
  });
  if (token === "") throw new Refused("There is no token.");
  const fields = readFields(folder, values["raw-field"], values.field);
  const [url = "", query = ""] = (positionals[0] ?? "").split("?");
  const path = decodeURIComponent(url).replace(/^repos\/[^/]+\/[^/]+\//, "");
  const method = values.method ?? (Object.keys(fields).length > 0 ? "POST" : "GET");

  let said: unknown;
  if (command === "workflow") state.runs.push({ workflow: positionals[1] ?? "", ref: values.ref ?? "" });
  else {
    const routes = Object.entries(routesOf(fields, state, repository));
    const found = routes.find(([route]) => new RegExp(`^${route}$`).test(`${method} ${path}`));
    if (found === undefined) throw new Refused(`Not Found: ${method} ${path}${query}`);
    const [route, work] = found;
    const [, ...captured] = new RegExp(`^${route}$`).exec(`${method} ${path}`) ?? [];
    said = work(...captured);
  }
  state.calls.push(`${method} ${path}`);
  if (values.jq === undefined) return "";
  const env = { PATH: process.env.PATH, GITHUB_REPOSITORY: name };
  return execFileSync("jq", ["-r", values.jq], { input: JSON.stringify(said), encoding: "utf8", env });
}

type Fields = Readonly<Record<string, string | string[]>>;

/** The fields of a request: `key=text`, `key[]=text` for each item of a list, and with `-F` also `key=@file`. */
function readFields(folder: string, raw: readonly string[], typed: readonly string[]): Fields {
  const fields: Record<string, string | string[]> = {};
  const add = (text: string, content: (value: string) => string): void => {
    const [, key = "", value = ""] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (key.endsWith("[]")) fields[key.slice(0, -2)] = [...(fields[key.slice(0, -2)] ?? []), content(value)];
    else fields[key] = content(value);
  };
  for (const text of raw) add(text, (value) => value);
  for (const text of typed)
    add(text, (value) => (value.startsWith("@") ? readFileSync(resolve(folder, value.slice(1)), "utf8") : value));
  return fields;
}

type Route = (...captured: string[]) => unknown;

function routesOf(fields: Fields, state: State, repository: string): Readonly<Record<string, Route>> {
  const git = (...args: string[]) => execFileSync("git", ["-C", repository, ...args], { encoding: "utf8" }).trim();
  const tip = (branch: string) => git("rev-parse", `refs/heads/${branch}`);
  const field = (name: string): string => String(fields[name] ?? "");
  const pull = (number = ""): Pull => {
    const found = state.pulls.find((candidate) => candidate.number === Number(number));
    if (found === undefined) throw new Refused("Not Found: the pull request");
    return found;
  };
  return {
    "GET pulls": () => {
      // As GitHub does, and unlike its documents, for a head that names the owner alone: forks of one owner count, too.
      for (const open of state.pulls) if (open.state === "open" && !open.foreign) open.head.sha = tip(open.head.ref);
      return state.pulls.filter(
        ({ state, base, head }) =>
          state === fields.state && base === fields.base && `${head.repo.owner}:${head.ref}` === fields.head,
      );
    },
    "POST pulls": () => {
      if (state.refuse) throw new Refused("GitHub Actions is not permitted to create or approve pull requests.");
      const made: Pull = {
        title: field("title"),
        body: field("body"),
        base: field("base"),
        number: state.pulls.length + 1,
        state: "open",
        labels: [],
        head: { ref: field("head"), sha: tip(field("head")), repo: { full_name: "acme/client", owner: "acme" } },
      };
      state.pulls.push(made);
      return made;
    },
    "PATCH pulls/(\\d+)": (number) => Object.assign(pull(number), fields),
    "GET labels": () => state.labels.map((name) => ({ name })),
    "POST labels": () => {
      if (state.labels.includes(field("name"))) throw new Refused("Validation Failed: already_exists");
      state.labels.push(field("name"));
    },
    "GET issues/(\\d+)/labels": (number) => pull(number).labels.map((name) => ({ name })),
    "POST issues/(\\d+)/labels": (number) => void pull(number).labels.push(...(fields.labels ?? [])),
    "DELETE issues/(\\d+)/labels/(.+)": (number, name = "") => {
      const { labels } = pull(number);
      if (!labels.includes(name)) throw new Refused("Not Found: the label");
      labels.splice(labels.indexOf(name), 1);
    },
    "GET issues/(\\d+)/comments": (number) => state.comments.filter(({ issue }) => issue === Number(number)),
    "POST issues/(\\d+)/comments": (number) => {
      const user = { login: "github-actions[bot]" };
      state.comments.push({ id: state.comments.length + 1, issue: Number(number), user, body: field("body") });
    },
    "PATCH issues/comments/(\\d+)": (id) => {
      const found = state.comments.find((comment) => comment.id === Number(id));
      if (found === undefined) throw new Refused("Not Found: the comment");
      return Object.assign(found, fields);
    },
    "DELETE git/(refs/heads/.+)": (ref = "") => void git("update-ref", "-d", ref),
  };
}
