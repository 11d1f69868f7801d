// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { guard, labeller, type ValueOf } from "./runtime/enums.js";

/** Found at `Job.status` and the `status` query parameter of `listJobs`. */
export const JobStatus = {
  Running: 1,
  Waiting: 0,
  Failed: -1,
  /** Stopped; an administrator has to start it again */
  Stopped: -99,
} as const;
export type JobStatus = ValueOf<typeof JobStatus>;

export const JobStatusLabels = {
  [JobStatus.Running]: "Running",
  [JobStatus.Waiting]: "Waiting",
  [JobStatus.Failed]: "Failed",
  [JobStatus.Stopped]: "Stopped; an administrator has to start it again",
} as const satisfies Record<JobStatus, string>;
export const isJobStatus = /* @__PURE__ */ guard(JobStatus);
export const labelJobStatus = /* @__PURE__ */ labeller(JobStatus, JobStatusLabels);
