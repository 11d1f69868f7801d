import type { DriftPolicy } from "../diff/apply-policy.ts";
import type { Include } from "../document/select-operations.ts";
import type { NameOverrides } from "../model/name-members.ts";

/** The options of a project. A config file has the same keys; its values replace the defaults. */
export interface Config extends NameOverrides {
  /** The URL or file of the document. */
  readonly source: string;
  /** The operations to select: those whose path matches a glob, and those with one of the tags. */
  readonly include: Include;
  /** The name of the client: "Account" gives `AccountClient` and `createAccountClient`. */
  readonly name: string;
  /** The URL of the API. Defaults to the first server of the document. */
  readonly baseUrl?: string;
  /** A template of links to the API's documentation, with `{tag}`, `{operationId}` and `{summary}`. */
  readonly docsUrl?: string;
  /** Files with corrections of the document (OpenAPI Overlay 1.0), applied in order. */
  readonly overlays: readonly string[];
  /** Changes that `drift` ignores, and custom levels. */
  readonly drift?: DriftPolicy;
  /** The file of the selected, normalized document. */
  readonly snapshot: string;
  /** The folder of the client. */
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
  // Changes that `drift` ignores, until a date or forever, and custom levels:
  // ignore: [{ kind: "format-removed", site: "schema Account: *_by", reason: "we treat ids as strings", until: "2027-03-31" }]
  // levels: { "enum-value-added": "additive" }
  drift: { ignore: [], levels: {} },
  snapshot: "spec/api_v2.account.json",
  output: "generated",
};

/** Whether unused name overrides are reported: not those of the defaults with another selection. */
export const reportsUnusedOverrides = ({ include, enumNames }: Config): boolean =>
  include === defaults.include || enumNames !== defaults.enumNames;
