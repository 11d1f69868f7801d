// Stands in for the GitHub CLI: `node gh.mjs STATE REPOSITORY ARGUMENTS…`. It answers the few requests of the API that
// the workflows make, from a file that it keeps, and lists every call there. Branches are those of a bare repository.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const [file = "", repository = "", command, ...rest] = process.argv.slice(2);
const state = JSON.parse(readFileSync(file, "utf8"));
const git = (...args) => execFileSync("git", ["-C", repository, ...args], { encoding: "utf8" }).trim();
const tip = (branch) => git("rev-parse", `refs/heads/${branch}`);

const { values, positionals } = parseArgs({
  args: rest,
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

const fields = {};
for (const [text, typed] of [...values["raw-field"].map((f) => [f, false]), ...values.field.map((f) => [f, true])]) {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text);
  const content = typed && value.startsWith("@") ? readFileSync(value.slice(1), "utf8") : value;
  if (key.endsWith("[]")) fields[key.slice(0, -2)] = [...(fields[key.slice(0, -2)] ?? []), content];
  else fields[key] = content;
}

const [url = "", query = ""] = (positionals[0] ?? "").split("?");
const path = decodeURIComponent(url).replace(/^repos\/[^/]+\/[^/]+\//, "");
const method = values.method ?? (Object.keys(fields).length > 0 ? "POST" : "GET");
const pull = (number) => state.pulls.find((candidate) => candidate.number === Number(number));

const routes = {
  "GET pulls": () => {
    // As GitHub does, and unlike its documents, for a head that names the owner alone: forks of one owner count, too.
    for (const open of state.pulls) if (open.state === "open" && !open.foreign) open.head.sha = tip(open.head.ref);
    return state.pulls.filter(
      ({ state, base, head }) =>
        state === fields.state && base === fields.base && `${head.repo.owner}:${head.ref}` === fields.head,
    );
  },
  "POST pulls": () => {
    if (state.refuse) throw new Error("GitHub Actions is not permitted to create or approve pull requests.");
    const number = state.pulls.length + 1;
    const repo = { full_name: "acme/client", owner: "acme" };
    const made = {
      ...fields,
      number,
      state: "open",
      labels: [],
      head: { ref: fields.head, sha: tip(fields.head), repo },
    };
    state.pulls.push(made);
    return made;
  },
  "PATCH pulls/(\\d+)": (number) => Object.assign(pull(number), fields),
  "GET labels": () => state.labels.map((name) => ({ name })),
  "POST labels": () => {
    if (state.labels.includes(fields.name)) throw new Error("Validation Failed: already_exists");
    state.labels.push(fields.name);
  },
  "GET issues/(\\d+)/labels": (number) => pull(number).labels.map((name) => ({ name })),
  "POST issues/(\\d+)/labels": (number) => void pull(number).labels.push(...fields.labels),
  "DELETE issues/(\\d+)/labels/(.+)": (number, name) => {
    if (!pull(number).labels.includes(name)) throw new Error("Not Found: the label");
    pull(number).labels = pull(number).labels.filter((label) => label !== name);
  },
  "GET issues/(\\d+)/comments": (number) => state.comments.filter(({ issue }) => issue === Number(number)),
  "POST issues/(\\d+)/comments": (number) => {
    const user = { login: "github-actions[bot]" };
    state.comments.push({ id: state.comments.length + 1, issue: Number(number), user, body: fields.body });
  },
  "PATCH issues/comments/(\\d+)": (id) =>
    Object.assign(
      state.comments.find((comment) => comment.id === Number(id)),
      fields,
    ),
  "DELETE git/(refs/heads/.+)": (ref) => void git("update-ref", "-d", ref),
};

function answer() {
  if (!process.env.GH_TOKEN) throw new Error("There is no token.");
  if (command === "workflow") return void state.runs.push({ workflow: positionals[1], ref: values.ref });
  for (const [route, work] of Object.entries(routes)) {
    const match = new RegExp(`^${route}$`).exec(`${method} ${path}`);
    if (match) return work(...match.slice(1));
  }
  throw new Error(`Not Found: ${method} ${path}${query}`);
}

try {
  const said = answer();
  state.calls.push(`${method} ${path}`);
  writeFileSync(file, JSON.stringify(state));
  if (values.jq !== undefined)
    process.stdout.write(execFileSync("jq", ["-r", values.jq], { input: JSON.stringify(said), encoding: "utf8" }));
} catch (error) {
  process.stderr.write(`gh: ${error.message}\n`);
  process.exitCode = 1;
}
