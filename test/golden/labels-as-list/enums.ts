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

export const ReadMailFolderLabels = {
  [ReadMailFolder.Inbox]: "Inbox",
  [ReadMailFolder.SentItems]: "Sent items",
  [ReadMailFolder.Junk]: "Junk (spam)",
} as const satisfies Record<ReadMailFolder, string>;
export const isReadMailFolder = /* @__PURE__ */ guard(ReadMailFolder);
export const labelReadMailFolder = /* @__PURE__ */ labeller(ReadMailFolder, ReadMailFolderLabels);

/** Found at the `order` query parameter of `readMail`. */
export const ReadMailOrder = {
  Ascending: "asc",
  Descending: "desc",
} as const;
export type ReadMailOrder = ValueOf<typeof ReadMailOrder>;

export const ReadMailOrderLabels = {
  [ReadMailOrder.Ascending]: "Ascending",
  [ReadMailOrder.Descending]: "Descending",
} as const satisfies Record<ReadMailOrder, string>;
export const isReadMailOrder = /* @__PURE__ */ guard(ReadMailOrder);
export const labelReadMailOrder = /* @__PURE__ */ labeller(ReadMailOrder, ReadMailOrderLabels);

/** Found at the `seen` query parameter of `readMail`. */
export const ReadMailSeen = {
  Seen: true,
  Unseen: false,
} as const;
export type ReadMailSeen = ValueOf<typeof ReadMailSeen>;

export const ReadMailSeenLabels = {
  true: "Seen",
  false: "Unseen",
} as const satisfies Record<`${ReadMailSeen}`, string>;
export const isReadMailSeen = /* @__PURE__ */ guard(ReadMailSeen);
export const labelReadMailSeen = /* @__PURE__ */ labeller(ReadMailSeen, ReadMailSeenLabels);
