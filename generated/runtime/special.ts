/**
 * In what an operation differs from the rest: JSON is sent and answered, lists in a query repeat their name, and
 * everything else is one word. Facts of the document, in its own words; the parts of the client act on them.
 */
export interface Special {
  /** What the answers are that are not JSON. By the document's statuses. */
  readonly [status: number]: "none" | "text" | "blob" | "stream";
}
