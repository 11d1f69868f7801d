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

/** What the document calls each value of `JobStatus`. */
export const JobStatusLabels = {
  [JobStatus.Running]: "Running",
  [JobStatus.Waiting]: "Waiting",
  [JobStatus.Failed]: "Failed",
  [JobStatus.Stopped]: "Stopped; an administrator has to start it again",
} as const satisfies Record<JobStatus, string>;

/** Whether a value is one of `JobStatus`. */
export const isJobStatus = /* @__PURE__ */ guard(JobStatus);

/** The label of a value of `JobStatus`; `Unknown (…)` for what the document does not list. */
export const labelJobStatus = /* @__PURE__ */ labeller(JobStatus, JobStatusLabels);
