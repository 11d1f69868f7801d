import { readFileSync } from "node:fs";
import type { JsonObject } from "../../generator/spec/json.ts";
import { fetched } from "../helpers/fetched.ts";

/** GitHub's document, of one version, so that a failure is a change of ours. It comes in a very large package. */
export const github = (): JsonObject =>
  JSON.parse(readFileSync(fetched("@octokit/openapi@23.0.2", "generated/api.github.com.json"), "utf8"));
