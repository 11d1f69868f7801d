import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonObject } from "../../generator/document/json.ts";
import type { RawOperation } from "./raw.ts";

const folder = dirname(fileURLToPath(import.meta.resolve("@readme/oas-examples/package.json")));

/** Every OpenAPI 3 document of `@readme/oas-examples`, by its path in the package. */
export const examples: readonly string[] = ["3.0/json", "3.1/json"].flatMap((version) =>
  readdirSync(join(folder, version), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(version, name)),
);

export const example = (name: string): JsonObject => JSON.parse(readFileSync(join(folder, name), "utf8"));

/** Documents that are refused, with the code that says why. All others give a client. */
export const refused: Readonly<Record<string, string>> = {
  // A schema and a path that are shared by a reference to where they are used, and not under `components`.
  "3.0/json/circular-paths.json": "REF_UNSUPPORTED",
  "3.0/json/server-path-level.json": "REF_UNSUPPORTED",
  // Paths told apart by a `#`, which no request has in it.
  "3.0/json/parameters-style.json": "MALFORMED",
  "3.1/json/parameters-style.json": "MALFORMED",
  // Nothing that could be called.
  "3.0/json/openapi-workshop/title.json": "INCLUDE_EMPTY",
  "3.1/json/webhooks.json": "NO_PATHS",
};

/** Answers that `fetch` keeps to itself: what comes before the real one, a proxy's question, and one to ask elsewhere. */
const kept = ["100", "101", "102", "103", "407", "421"];

/** Whether a call of an operation can come to what the document says. */
export function callable({ responses }: RawOperation): boolean {
  const statuses = Object.keys(responses);
  return statuses.length === 0 || !statuses.every((status) => kept.includes(status));
}
