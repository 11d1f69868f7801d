import { groupBy } from "../../util/collections.ts";
import type { Finding } from "./finding.ts";
import { formatList } from "./format-values.ts";

/** Findings of one change, with the names that callers of the client use. */
export interface CallerView extends Finding {
  /** The place where callers use the changed value: "query.status of listAccount". */
  readonly usage: string;
  /** The exported functions or types. */
  readonly exported: string;
  /** The functions as calls: "getAccount()". */
  readonly calls: string;
  /** Whether callers send the value. Otherwise they receive it. */
  readonly sent: boolean;
}

/** Returns the findings of one change as callers see them. */
export const toCallerView = (findings: readonly [Finding, ...Finding[]]): CallerView => ({
  ...findings[0],
  usage: describeUsage(findings),
  exported: formatList(findings.map(({ location }) => location.exported)),
  calls: formatList(findings.map(({ location }) => `${location.exported}()`)),
  sent: findings[0].location.direction !== "response",
});

/** `Account.status`, or `query.status of listAccount and patchAccount`. */
function describeUsage(findings: readonly Finding[]): string {
  const groups = groupBy(findings, ({ location }) => `${isSchema(location.owner)} ${location.inside}`);
  return formatList(
    [...groups.values()].map((group) => {
      const [{ location }] = group;
      const exported = group.map((finding) => finding.location.exported);
      if (location.inside === "") return formatList(exported);
      return isSchema(location.owner)
        ? formatList(exported.map((name) => `${name}.${location.inside}`))
        : `${location.inside} of ${formatList(exported)}`;
    }),
  );
}

const isSchema = (owner: string): boolean => owner.startsWith("schema ");
