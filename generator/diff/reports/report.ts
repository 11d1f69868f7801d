import type { Drift } from "../findings/change.ts";

/** The inputs of a report, apart from the drift. */
export interface ReportOptions {
  /** Whether the output is a terminal that displays colors. */
  readonly color: boolean;
  /** The width of the terminal in columns. Absent if the output is not a terminal. */
  readonly width?: number;
  /** The path of the snapshot that annotations point into, relative to the root of the repository. */
  readonly file: string;
  /** The text of the snapshot, in which JSON pointers are resolved to lines. */
  readonly snapshot: string;
}

/** A format of reports. Both functions are pure. */
export interface Report {
  /** Prints the differences between two documents. */
  readonly drift: (drift: Drift, options: ReportOptions) => string;
  /** Prints the differences between consecutive documents, oldest first. Documents without changes have no entry. */
  readonly history: (entries: readonly Drift[], options: ReportOptions) => string;
}
