import type { Drift } from "../findings/change.ts";

/** What a report needs to know besides the drift itself. */
export interface ReportOptions {
  /** Whether colours may be used: the output is a terminal that shows them. */
  readonly color: boolean;
  /** Columns of the terminal; absent where the output is no terminal. */
  readonly width?: number;
  /** The snapshot that annotations point into, as a path from the root of the repository. */
  readonly file: string;
  /** The text of that snapshot, as the head document is printed: pointers become lines of it. */
  readonly snapshot: string;
}

/** One format of a report. Pure: text out, nothing written. */
export interface Report {
  /** What two documents differ by. */
  readonly drift: (drift: Drift, options: ReportOptions) => string;
  /** One entry per real change of a series of documents, the oldest first. Documents without a change have no entry. */
  readonly history: (entries: readonly Drift[], options: ReportOptions) => string;
}
