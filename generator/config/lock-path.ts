import { normalize } from "node:path/posix";

/**
 * `spec/api_v2.account.json` is locked by `spec/api_v2.lock.json`, which other tools rely on. Every other snapshot has a
 * lock of its own, called like it: `spec/api_v2.campaign.json` is locked by `spec/api_v2.campaign.lock.json`.
 */
export const lockPath = (snapshot: string): string =>
  `${normalize(snapshot) === "spec/api_v2.account.json" ? "spec/api_v2" : snapshot.replace(/\.json$/, "")}.lock.json`;
