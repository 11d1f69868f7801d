// Generated from spec/api_v2.account.json. Do not edit: run `npm run generate`.

import { guard, labeller, type ValueOf } from "./runtime/enums.js";

/**
 * Take only accounts in this state.
 *
 * Found at `filter.filter` in the request body of `enableWarmupForAccounts`, `filter.filter` in the request body
 * of `disableWarmupForAccounts` and the query parameter `filter` of `listAccount`.
 */
export const AccountFilter = {
  AccFilterPaused: "ACC_FILTER_PAUSED",
  AccFilterError: "ACC_FILTER_ERROR",
  AccFilterNoCtd: "ACC_FILTER_NO_CTD",
  AccFilterPwAccounts: "ACC_FILTER_PW_ACCOUNTS",
  AccFilterDfy: "ACC_FILTER_DFY",
  AccFilterDfySetupPending: "ACC_FILTER_DFY_SETUP_PENDING",
  AccFilterWActive: "ACC_FILTER_W_ACTIVE",
  AccFilterWPaused: "ACC_FILTER_W_PAUSED",
  AccFilterWError: "ACC_FILTER_W_ERROR",
} as const;
export type AccountFilter = ValueOf<typeof AccountFilter>;

/** The document's label of each value of `AccountFilter`. */
export const AccountFilterLabels = {
  [AccountFilter.AccFilterPaused]: "Paused",
  [AccountFilter.AccFilterError]: "Has errors",
  [AccountFilter.AccFilterNoCtd]: "No custom tracking domain",
  [AccountFilter.AccFilterPwAccounts]: "Pre-warmed accounts",
  [AccountFilter.AccFilterDfy]: "DFY accounts",
  [AccountFilter.AccFilterDfySetupPending]: "DFY Setup Pending",
  [AccountFilter.AccFilterWActive]: "Warmup active",
  [AccountFilter.AccFilterWPaused]: "Warmup paused",
  [AccountFilter.AccFilterWError]: "Warmup has errors",
} as const satisfies Record<AccountFilter, string>;

/** Whether a value is one of `AccountFilter`. */
export const isAccountFilter = /* @__PURE__ */ guard(AccountFilter);

/** Returns the label of a value of `AccountFilter`, or `Unknown (…)` for a value that the document does not list. */
export const labelAccountFilter = /* @__PURE__ */ labeller(AccountFilter, AccountFilterLabels);

/**
 * Who hosts the mailbox. With the wrong code the account does not work.
 *
 * Found at `Account.provider_code`, `provider_code` in the request body of `createAccount` and the query
 * parameter `provider_code` of `listAccount`.
 */
export const AccountProviderCode = {
  CustomImapSmtp: 1,
  Google: 2,
  Microsoft: 3,
  Aws: 4,
  AirMail: 8,
  AirmailInstant: 11,
} as const;
export type AccountProviderCode = ValueOf<typeof AccountProviderCode>;

/** The document's label of each value of `AccountProviderCode`. */
export const AccountProviderCodeLabels = {
  [AccountProviderCode.CustomImapSmtp]: "Custom IMAP/SMTP",
  [AccountProviderCode.Google]: "Google",
  [AccountProviderCode.Microsoft]: "Microsoft",
  [AccountProviderCode.Aws]: "AWS",
  [AccountProviderCode.AirMail]: "AirMail",
  [AccountProviderCode.AirmailInstant]: "Airmail Instant",
} as const satisfies Record<AccountProviderCode, string>;

/** Whether a value is one of `AccountProviderCode`. */
export const isAccountProviderCode = /* @__PURE__ */ guard(AccountProviderCode);

/**
 * Returns the label of a value of `AccountProviderCode`, or `Unknown (…)` for a value that the document does not
 * list.
 */
export const labelAccountProviderCode = /* @__PURE__ */ labeller(AccountProviderCode, AccountProviderCodeLabels);

/**
 * Whether the account can send, and if not, why.
 *
 * Found at `Account.status` and the query parameter `status` of `listAccount`.
 */
export const AccountStatus = {
  Active: 1,
  Paused: 2,
  /** Temporarily paused for maintenance; will be automatically resumed shortly */
  TemporarilyPausedForMaintenance: 3,
  ConnectionError: -1,
  SoftBounceError: -2,
  SendingError: -3,
} as const;
export type AccountStatus = ValueOf<typeof AccountStatus>;

/** The document's label of each value of `AccountStatus`. */
export const AccountStatusLabels = {
  [AccountStatus.Active]: "Active",
  [AccountStatus.Paused]: "Paused",
  [AccountStatus.TemporarilyPausedForMaintenance]: "Temporarily paused for maintenance; will be automatically resumed shortly",
  [AccountStatus.ConnectionError]: "Connection Error",
  [AccountStatus.SoftBounceError]: "Soft Bounce Error",
  [AccountStatus.SendingError]: "Sending Error",
} as const satisfies Record<AccountStatus, string>;

/** Whether a value is one of `AccountStatus`. */
export const isAccountStatus = /* @__PURE__ */ guard(AccountStatus);

/** Returns the label of a value of `AccountStatus`, or `Unknown (…)` for a value that the document does not list. */
export const labelAccountStatus = /* @__PURE__ */ labeller(AccountStatus, AccountStatusLabels);

/**
 * By how much the number of warmup emails grows from day to day, from nothing up to the limit. With `disabled`
 * the whole limit holds from the first day.
 *
 * Found at `Account.warmup.increment`, `warmup.increment` in the request body of `createAccount` and
 * `warmup.increment` in the request body of `patchAccount`.
 */
export const AccountWarmupIncrement = {
  Disabled: "disabled",
  Increment0: "0",
  Increment1: "1",
  Increment2: "2",
  Increment3: "3",
  Increment4: "4",
} as const;
export type AccountWarmupIncrement = ValueOf<typeof AccountWarmupIncrement>;

/** The document's label of each value of `AccountWarmupIncrement`. */
export const AccountWarmupIncrementLabels = {
  [AccountWarmupIncrement.Disabled]: "Disabled",
  [AccountWarmupIncrement.Increment0]: "0",
  [AccountWarmupIncrement.Increment1]: "1",
  [AccountWarmupIncrement.Increment2]: "2",
  [AccountWarmupIncrement.Increment3]: "3",
  [AccountWarmupIncrement.Increment4]: "4",
} as const satisfies Record<AccountWarmupIncrement, string>;

/** Whether a value is one of `AccountWarmupIncrement`. */
export const isAccountWarmupIncrement = /* @__PURE__ */ guard(AccountWarmupIncrement);

/**
 * Returns the label of a value of `AccountWarmupIncrement`, or `Unknown (…)` for a value that the document does
 * not list.
 */
export const labelAccountWarmupIncrement = /* @__PURE__ */ labeller(
  AccountWarmupIncrement,
  AccountWarmupIncrementLabels,
);

/**
 * Whether the account is being warmed up, and if not, why.
 *
 * Found at `Account.warmup_status`.
 */
export const AccountWarmupStatus = {
  Paused: 0,
  Active: 1,
  Banned: -1,
  SpamFolderUnknown: -2,
  PermanentSuspension: -3,
} as const;
export type AccountWarmupStatus = ValueOf<typeof AccountWarmupStatus>;

/** The document's label of each value of `AccountWarmupStatus`. */
export const AccountWarmupStatusLabels = {
  [AccountWarmupStatus.Paused]: "Paused",
  [AccountWarmupStatus.Active]: "Active",
  [AccountWarmupStatus.Banned]: "Banned",
  [AccountWarmupStatus.SpamFolderUnknown]: "Spam Folder Unknown",
  [AccountWarmupStatus.PermanentSuspension]: "Permanent Suspension",
} as const satisfies Record<AccountWarmupStatus, string>;

/** Whether a value is one of `AccountWarmupStatus`. */
export const isAccountWarmupStatus = /* @__PURE__ */ guard(AccountWarmupStatus);

/**
 * Returns the label of a value of `AccountWarmupStatus`, or `Unknown (…)` for a value that the document does not
 * list.
 */
export const labelAccountWarmupStatus = /* @__PURE__ */ labeller(AccountWarmupStatus, AccountWarmupStatusLabels);

/**
 * What kind of thing the job is about.
 *
 * Found at `BackgroundJob.entity_type`.
 */
export const BackgroundJobEntityType = {
  List: "list",
  Campaign: "campaign",
  Workspace: "workspace",
  Broadcast: "broadcast",
  SubscriberGroupSync: "subscriber-group-sync",
  SubscriberGroup: "subscriber-group",
} as const;
export type BackgroundJobEntityType = ValueOf<typeof BackgroundJobEntityType>;

/** The document's label of each value of `BackgroundJobEntityType`. */
export const BackgroundJobEntityTypeLabels = {
  [BackgroundJobEntityType.List]: "The entity is a lead list",
  [BackgroundJobEntityType.Campaign]: "The entity is a campaign",
  [BackgroundJobEntityType.Workspace]: "The entity is a workspace",
  [BackgroundJobEntityType.Broadcast]: "The entity is an email-marketing broadcast",
  [BackgroundJobEntityType.SubscriberGroupSync]: "The entity is a subscriber-group sync",
  [BackgroundJobEntityType.SubscriberGroup]: "The entity is a subscriber group",
} as const satisfies Record<BackgroundJobEntityType, string>;

/** Whether a value is one of `BackgroundJobEntityType`. */
export const isBackgroundJobEntityType = /* @__PURE__ */ guard(BackgroundJobEntityType);

/**
 * Returns the label of a value of `BackgroundJobEntityType`, or `Unknown (…)` for a value that the document does
 * not list.
 */
export const labelBackgroundJobEntityType = /* @__PURE__ */ labeller(
  BackgroundJobEntityType,
  BackgroundJobEntityTypeLabels,
);

/**
 * Where the job stands.
 *
 * Found at `BackgroundJob.status`.
 */
export const BackgroundJobStatus = {
  Pending: "pending",
  InProgress: "in-progress",
  Success: "success",
  Failed: "failed",
  Draining: "draining",
  Paused: "paused",
  Cancelled: "cancelled",
} as const;
export type BackgroundJobStatus = ValueOf<typeof BackgroundJobStatus>;

/** The document's label of each value of `BackgroundJobStatus`. */
export const BackgroundJobStatusLabels = {
  [BackgroundJobStatus.Pending]: "The background job is waiting in the queue to be processed",
  [BackgroundJobStatus.InProgress]: "The background job is being processed",
  [BackgroundJobStatus.Success]: "The background job has been successfully processed",
  [BackgroundJobStatus.Failed]: "The background job has failed",
  [BackgroundJobStatus.Draining]: "The background job is replaying deferred live events",
  [BackgroundJobStatus.Paused]: "The background job is paused (e.g. waiting for quota or auth)",
  [BackgroundJobStatus.Cancelled]: "The background job was cancelled by the user",
} as const satisfies Record<BackgroundJobStatus, string>;

/** Whether a value is one of `BackgroundJobStatus`. */
export const isBackgroundJobStatus = /* @__PURE__ */ guard(BackgroundJobStatus);

/**
 * Returns the label of a value of `BackgroundJobStatus`, or `Unknown (…)` for a value that the document does not
 * list.
 */
export const labelBackgroundJobStatus = /* @__PURE__ */ labeller(BackgroundJobStatus, BackgroundJobStatusLabels);

/**
 * What the job does.
 *
 * Found at `BackgroundJob.type`.
 */
export const BackgroundJobType = {
  MoveLeads: "move-leads",
  ImportLeads: "import-leads",
  ExportLeads: "export-leads",
  UpdateWarmupAccounts: "update-warmup-accounts",
  RenameVariable: "rename-variable",
  BroadcastAiGenerate: "broadcast-ai-generate",
  BroadcastWebsiteScrape: "broadcast-website-scrape",
  ImportSubscribersFromCrm: "import-subscribers-from-crm",
  ResyncSubscriberCrmTags: "resync-subscriber-crm-tags",
} as const;
export type BackgroundJobType = ValueOf<typeof BackgroundJobType>;

/** The document's label of each value of `BackgroundJobType`. */
export const BackgroundJobTypeLabels = {
  [BackgroundJobType.MoveLeads]: "Move Leads",
  [BackgroundJobType.ImportLeads]: "Import Leads",
  [BackgroundJobType.ExportLeads]: "Export Leads",
  [BackgroundJobType.UpdateWarmupAccounts]: "Update Warmup Accounts",
  [BackgroundJobType.RenameVariable]: "Rename Variable",
  [BackgroundJobType.BroadcastAiGenerate]: "AI broadcast generation",
  [BackgroundJobType.BroadcastWebsiteScrape]: "Broadcast website analysis",
  [BackgroundJobType.ImportSubscribersFromCrm]: "Import Subscribers From CRM",
  [BackgroundJobType.ResyncSubscriberCrmTags]: "Re-sync Subscriber CRM Tags",
} as const satisfies Record<BackgroundJobType, string>;

/** Whether a value is one of `BackgroundJobType`. */
export const isBackgroundJobType = /* @__PURE__ */ guard(BackgroundJobType);

/**
 * Returns the label of a value of `BackgroundJobType`, or `Unknown (…)` for a value that the document does not
 * list.
 */
export const labelBackgroundJobType = /* @__PURE__ */ labeller(BackgroundJobType, BackgroundJobTypeLabels);

/** Found at the query parameter `sort_by` of `listAccount`. */
export const ListAccountSortBy = {
  TimestampCreated: "timestamp_created",
  Email: "email",
  StatWarmupScore: "stat_warmup_score",
  Status: "status",
} as const;
export type ListAccountSortBy = ValueOf<typeof ListAccountSortBy>;

/** Whether a value is one of `ListAccountSortBy`. */
export const isListAccountSortBy = /* @__PURE__ */ guard(ListAccountSortBy);

/** Found at the query parameter `sort_order` of `listAccount`. */
export const ListAccountSortOrder = {
  Asc: "asc",
  Desc: "desc",
} as const;
export type ListAccountSortOrder = ValueOf<typeof ListAccountSortOrder>;

/** Whether a value is one of `ListAccountSortOrder`. */
export const isListAccountSortOrder = /* @__PURE__ */ guard(ListAccountSortOrder);
