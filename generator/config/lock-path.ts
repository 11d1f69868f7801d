import { normalize } from "node:path/posix";

/**
 * Returns the path of a snapshot's lock: `spec/api_v2.campaign.lock.json` for `spec/api_v2.campaign.json`. The lock of
 * `spec/api_v2.account.json` is `spec/api_v2.lock.json`, because other tools rely on that name.
 */
export const lockPath = (snapshot: string): string =>
  `${normalize(snapshot) === "spec/api_v2.account.json" ? "spec/api_v2" : snapshot.replace(/\.json$/, "")}.lock.json`;
