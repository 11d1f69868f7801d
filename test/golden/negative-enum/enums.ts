// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { guard, labeller, type ValueOf } from "./runtime/enums.js";

/** Found at `Job.status` and the query parameter `status` of `listJobs`. */
export const JobStatus = {
  Running: 1,
  Waiting: 0,
  Failed: -1,
  /** Stopped; an administrator has to start it again */
  Stopped: -99,
} as const;
export type JobStatus = ValueOf<typeof JobStatus>;

/** The document's label of each value of `JobStatus`. */
export const JobStatusLabels = {
  [JobStatus.Running]: "Running",
  [JobStatus.Waiting]: "Waiting",
  [JobStatus.Failed]: "Failed",
  [JobStatus.Stopped]: "Stopped; an administrator has to start it again",
} as const satisfies Record<JobStatus, string>;

/** Whether a value is one of `JobStatus`. */
export const isJobStatus = /* @__PURE__ */ guard(JobStatus);

/** Returns the label of a value of `JobStatus`, or `Unknown (…)` for a value that the document does not list. */
export const labelJobStatus = /* @__PURE__ */ labeller(JobStatus, JobStatusLabels);
