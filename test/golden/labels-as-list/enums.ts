// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { guard, labeller, type ValueOf } from "./runtime/enums.js";

/** Found at the `folder` query parameter of `readMail`. */
export const ReadMailFolder = {
  Inbox: 0,
  SentItems: 1,
  /** Junk (spam) */
  Junk: 2,
} as const;
export type ReadMailFolder = ValueOf<typeof ReadMailFolder>;

/** What the document calls each value of `ReadMailFolder`. */
export const ReadMailFolderLabels = {
  [ReadMailFolder.Inbox]: "Inbox",
  [ReadMailFolder.SentItems]: "Sent items",
  [ReadMailFolder.Junk]: "Junk (spam)",
} as const satisfies Record<ReadMailFolder, string>;

/** Whether a value is one of `ReadMailFolder`. */
export const isReadMailFolder = /* @__PURE__ */ guard(ReadMailFolder);

/** The label of a value of `ReadMailFolder`; `Unknown (…)` for what the document does not list. */
export const labelReadMailFolder = /* @__PURE__ */ labeller(ReadMailFolder, ReadMailFolderLabels);

/** Found at the `order` query parameter of `readMail`. */
export const ReadMailOrder = {
  Ascending: "asc",
  Descending: "desc",
} as const;
export type ReadMailOrder = ValueOf<typeof ReadMailOrder>;

/** What the document calls each value of `ReadMailOrder`. */
export const ReadMailOrderLabels = {
  [ReadMailOrder.Ascending]: "Ascending",
  [ReadMailOrder.Descending]: "Descending",
} as const satisfies Record<ReadMailOrder, string>;

/** Whether a value is one of `ReadMailOrder`. */
export const isReadMailOrder = /* @__PURE__ */ guard(ReadMailOrder);

/** The label of a value of `ReadMailOrder`; `Unknown (…)` for what the document does not list. */
export const labelReadMailOrder = /* @__PURE__ */ labeller(ReadMailOrder, ReadMailOrderLabels);

/** Found at the `seen` query parameter of `readMail`. */
export const ReadMailSeen = {
  Seen: true,
  Unseen: false,
} as const;
export type ReadMailSeen = ValueOf<typeof ReadMailSeen>;

/** What the document calls each value of `ReadMailSeen`. */
export const ReadMailSeenLabels = {
  true: "Seen",
  false: "Unseen",
} as const satisfies Record<`${ReadMailSeen}`, string>;

/** Whether a value is one of `ReadMailSeen`. */
export const isReadMailSeen = /* @__PURE__ */ guard(ReadMailSeen);

/** The label of a value of `ReadMailSeen`; `Unknown (…)` for what the document does not list. */
export const labelReadMailSeen = /* @__PURE__ */ labeller(ReadMailSeen, ReadMailSeenLabels);
