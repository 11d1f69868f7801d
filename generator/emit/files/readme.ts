import { type Model, type Operation, walkNames } from "../../model.ts";
import { cell } from "../text.ts";

/** `README.md`: the operations as a table, for people who look for the call they want. */
export function emitReadme({ name, operations }: Model, snapshot: string): string {
  const scoped = operations.some(({ scopes }) => scopes.length > 0);
  const rows = operations.map((operation) => [...about(operation), ...(scoped ? [needed(operation)] : [])]);
  const head = ["call", "what it does", "request", ...(scoped ? ["needs one scope of"] : [])];
  return [
    `<!-- Generated from ${snapshot}. Do not edit: run \`npm run generate\`. -->`,
    "",
    `# ${name} client`,
    "",
    ...[head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}

function about(operation: Operation): string[] {
  const { name, summary, method, path, deprecated } = operation;
  const calls = [name, ...walkNames(operation)].map((each) => cell(each, "code")).join(", ");
  return [calls, `${cell(summary ?? "")}${deprecated ? " (deprecated)" : ""}`, cell(`${method} ${path}`, "code")];
}

/** Where others name their scopes, an operation that names none may need some all the same. */
const needed = ({ scopes }: Operation): string =>
  scopes.map((group) => group.map((scope) => cell(scope, "code")).join(" ")).join(", and ") || "none is named";
