import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The client that the project's own tests call: it stays as it is, whatever upstream says today. */
export const golden: string = join(import.meta.dirname, "../golden/account");

/** Where the snapshot is, below the folder of a project. */
export const snapshot = "spec/api_v2.account.json";

/** The text of that client's snapshot. */
export const baseline: string = readFileSync(join(golden, "snapshot.json"), "utf8");
