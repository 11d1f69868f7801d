import { type Model, type Operation, walkNames } from "../../model.ts";
import { cell } from "../text.ts";

/** `README.md`: the operations as a table, for people who look for the call they want. */
export function emitReadme({ name, operations }: Model, snapshot: string): string {
  return [
    `<!-- Generated from ${snapshot}. Do not edit: run \`npm run generate\`. -->`,
    "",
    `# ${name} client`,
    "",
    "| call | what it does | request | needs one scope of |",
    "| --- | --- | --- | --- |",
    ...operations.map(row),
    "",
  ].join("\n");
}

function row(operation: Operation): string {
  const { name, summary, method, path, scopes, deprecated } = operation;
  const calls = [name, ...walkNames(operation)].map((each) => cell(each, "code")).join(", ");
  const groups = scopes.map((group) => group.map((scope) => cell(scope, "code")).join(" ")).join(", and ");
  return `| ${calls} | ${cell(summary ?? "")}${deprecated ? " (deprecated)" : ""} | ${cell(`${method} ${path}`, "code")} | ${groups} |`;
}
