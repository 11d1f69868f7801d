import type { DriftPolicy } from "../diff/apply-policy.ts";
import type { Include } from "../document/select-operations.ts";
import type { NameOverrides } from "../model/name-members.ts";

/** Every choice there is. A config file has the same keys and replaces the values it names. */
export interface Config extends NameOverrides {
  /** Where the document is published. */
  readonly source: string;
  /** Which operations to take: those on paths that a glob matches, and those that carry one of the tags. */
  readonly include: Include;
  /** What the client is called: "Account" gives `AccountClient` and `createAccountClient`. */
  readonly name: string;
  /** Where the API is, when not at the first server that the document names. */
  readonly baseUrl?: string;
  /** A link into the API's documentation, with `{tag}`, `{operationId}` and `{summary}` to fill in. */
  readonly docsUrl?: string;
  /** Files with corrections of the document, applied one after the other: OpenAPI Overlay 1.0. */
  readonly overlays: readonly string[];
  /** What `drift` passes over, and what it takes for more or less than it does by itself. */
  readonly drift?: DriftPolicy;
  /** The file that holds the filtered, normalised document. */
  readonly snapshot: string;
  /** The folder that holds the client. */
  readonly output: string;
}

export const defaults: Config = {
  source: "https://api.instantly.ai/openapi/api_v2.json",
  include: { paths: ["/api/v2/accounts", "/api/v2/accounts/**"] },
  name: "Account",
  enumNames: { EnableWarmupForAccountsFilter: "AccountFilter" },
  enumMembers: {},
  // Corrections of the document: overlays: ["spec/corrections.overlay.yaml"]
  overlays: [],
  // What `drift` passes over, for a while or for good, and levels of our own:
  // ignore: [{ kind: "format-removed", site: "schema Account: *_by", reason: "ids are text to us", until: "2027-03-31" }]
  // levels: { "enum-value-added": "additive" }
  drift: { ignore: [], levels: {} },
  snapshot: "spec/api_v2.account.json",
  output: "generated",
};

/** Whether a pin that matches nothing is worth telling: not one of the defaults' under a selection of one's own. */
export const reportsUnusedOverrides = ({ include, enumNames }: Config): boolean =>
  include === defaults.include || enumNames !== defaults.enumNames;
