import { readFileSync } from "node:fs";
import type { JsonObject } from "../../generator/document/json.ts";
import { toolFile } from "../helpers/tools.ts";

/** The document of the GitHub API, or undefined where it cannot be fetched. */
export function github(): JsonObject | undefined {
  const file = toolFile("github", "@octokit/openapi/generated/api.github.com.json");
  return file === undefined ? undefined : JSON.parse(readFileSync(file, "utf8"));
}
