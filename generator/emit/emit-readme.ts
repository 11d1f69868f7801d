import { iteratorNames, type Model, type Operation } from "../model/model.ts";
import { codeCell, textCell } from "./table-cells.ts";

/** Prints `README.md`: a table of the operations, to look up a call. */
export function emitReadme({ name, operations }: Model, snapshot: string): string {
  const hasScopes = operations.some(({ scopes }) => scopes.length > 0);
  const rows = operations.map((operation) => [...callCells(operation), ...(hasScopes ? [scopesCell(operation)] : [])]);
  const head = ["call", "summary", "request", ...(hasScopes ? ["requires one scope of"] : [])];
  return [
    `<!-- Generated from ${snapshot}. Do not edit: run \`npm run generate\`. -->`,
    "",
    `# ${name} client`,
    "",
    ...[head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}

function callCells(operation: Operation): string[] {
  const { name, summary = "", method, path, deprecated } = operation;
  const calls = [name, ...iteratorNames(operation)].map(codeCell).join(", ");
  return [calls, textCell(summary) + (deprecated ? " (deprecated)" : ""), codeCell(`${method} ${path}`)];
}

/** An operation whose text names no scopes may require some. */
const scopesCell = ({ scopes }: Operation): string =>
  scopes.map((group) => group.map(codeCell).join(" ")).join(", and ") || "not documented";
