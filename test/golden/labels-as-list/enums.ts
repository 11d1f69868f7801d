// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { guard, labeller, type ValueOf } from "./runtime/enums.js";

/** Found at the query parameter `folder` of `readMail`. */
export const ReadMailFolder = {
  Inbox: 0,
  SentItems: 1,
  /** Junk (spam) */
  Junk: 2,
} as const;
export type ReadMailFolder = ValueOf<typeof ReadMailFolder>;

/** The document's label of each value of `ReadMailFolder`. */
export const ReadMailFolderLabels = {
  [ReadMailFolder.Inbox]: "Inbox",
  [ReadMailFolder.SentItems]: "Sent items",
  [ReadMailFolder.Junk]: "Junk (spam)",
} as const satisfies Record<ReadMailFolder, string>;

/** Whether a value is one of `ReadMailFolder`. */
export const isReadMailFolder = /* @__PURE__ */ guard(ReadMailFolder);

/**
 * Returns the label of a value of `ReadMailFolder`, or `Unknown (…)` for a value that the document does not
 * list.
 */
export const labelReadMailFolder = /* @__PURE__ */ labeller(ReadMailFolder, ReadMailFolderLabels);

/** Found at the query parameter `order` of `readMail`. */
export const ReadMailOrder = {
  Ascending: "asc",
  Descending: "desc",
} as const;
export type ReadMailOrder = ValueOf<typeof ReadMailOrder>;

/** The document's label of each value of `ReadMailOrder`. */
export const ReadMailOrderLabels = {
  [ReadMailOrder.Ascending]: "Ascending",
  [ReadMailOrder.Descending]: "Descending",
} as const satisfies Record<ReadMailOrder, string>;

/** Whether a value is one of `ReadMailOrder`. */
export const isReadMailOrder = /* @__PURE__ */ guard(ReadMailOrder);

/** Returns the label of a value of `ReadMailOrder`, or `Unknown (…)` for a value that the document does not list. */
export const labelReadMailOrder = /* @__PURE__ */ labeller(ReadMailOrder, ReadMailOrderLabels);

/** Found at the query parameter `seen` of `readMail`. */
export const ReadMailSeen = {
  Seen: true,
  Unseen: false,
} as const;
export type ReadMailSeen = ValueOf<typeof ReadMailSeen>;

/** The document's label of each value of `ReadMailSeen`. */
export const ReadMailSeenLabels = {
  true: "Seen",
  false: "Unseen",
} as const satisfies Record<`${ReadMailSeen}`, string>;

/** Whether a value is one of `ReadMailSeen`. */
export const isReadMailSeen = /* @__PURE__ */ guard(ReadMailSeen);

/** Returns the label of a value of `ReadMailSeen`, or `Unknown (…)` for a value that the document does not list. */
export const labelReadMailSeen = /* @__PURE__ */ labeller(ReadMailSeen, ReadMailSeenLabels);
