import { defineKind, noCodeChanges } from "../findings/define-kind.ts";
import { createFinding, type Finding } from "../findings/finding.ts";
import { formatChange, formatScopes } from "../findings/format-values.ts";
import { documentLocation } from "../findings/location.ts";
import { type DocumentRule, defineKindGroup, type OperationRule } from "../findings/rule.ts";

const securityChanged = defineKind({
  id: "security-changed",
  level: "breaking",
  message: ({ before, after }, subject) => `security of ${subject} ${formatChange(before, after)}`,
  impact: ({ calls, before, after }) => [
    `${calls} requires ${String(after)} instead of ${String(before)}`,
    "the credentials of old clients can be rejected at run time",
  ],
  keyword: "security",
});

/** An added group of scopes is required, in addition to the others. A scope added to a group is an alternative. */
const scopeAdded = defineKind({
  id: "scope-added",
  level: "additive",
  message: ({ after }) => `the scope ${formatScopes(after)} is now ${isGroup(after) ? "required" : "also accepted"}`,
  impact: ({ level, calls, after }) =>
    level === "breaking"
      ? [`${calls} rejects keys without ${formatScopes(after)} at run time`]
      : [`${calls} also accepts keys with ${formatScopes(after)}`, noCodeChanges],
  keyword: "description",
});

const scopeRemoved = defineKind({
  id: "scope-removed",
  level: "breaking",
  message: ({ before }) =>
    `the scope ${formatScopes(before)} is no longer ${isGroup(before) ? "required" : "accepted"}`,
  impact: ({ level, calls, before }) =>
    level === "breaking"
      ? [`${calls} rejects keys that have only ${formatScopes(before)} at run time`]
      : [`${calls} no longer requires ${formatScopes(before)}`, noCodeChanges],
  keyword: "description",
});

const isGroup = (scopes: unknown): boolean => Array.isArray(scopes);

const serverChanged = defineKind({
  id: "server-changed",
  level: "breaking",
  message: ({ before, after }, subject) => `${subject} ${formatChange(before, after)}`,
  impact: () => ["the client calls another server", "old clients keep calling the old one at run time"],
});

/** Compares the security schemes that an operation requires. */
const security: OperationRule = ({ security: before }, { security: after, pointer }, location) =>
  before === after ? [] : [createFinding(securityChanged, { location, pointer, before, after })];

/** Compares the scopes that a key needs: one of each group. A group is paired with the most similar one. */
const scopes: OperationRule = ({ operation: before }, { operation: after, pointer }, location) => {
  const site = { location, pointer };
  const unpaired = new Set(after.scopes);
  const findings: Finding[] = [];
  for (const group of before.scopes) {
    const [partner] = [...unpaired].sort((a, b) => countCommon(b, group) - countCommon(a, group));
    if (!partner || countCommon(partner, group) === 0) {
      findings.push(createFinding(scopeRemoved, { ...site, before: [...group], level: "additive" }));
      continue;
    }
    unpaired.delete(partner);
    for (const scope of partner.filter((each) => !group.includes(each)))
      findings.push(createFinding(scopeAdded, { ...site, after: scope }));
    for (const scope of group.filter((each) => !partner.includes(each)))
      findings.push(createFinding(scopeRemoved, { ...site, before: scope }));
  }
  for (const group of unpaired)
    findings.push(createFinding(scopeAdded, { ...site, after: [...group], level: "breaking" }));
  return findings;
};

const countCommon = (a: readonly string[], b: readonly string[]): number =>
  a.filter((scope) => b.includes(scope)).length;

/** Compares the servers of the document. */
const servers: DocumentRule = ({ base, head }) =>
  base.servers === head.servers
    ? []
    : [
        createFinding(serverChanged, {
          location: {
            ...documentLocation("servers"),
            direction: "request",
            exported: `create${head.names.name}Client`,
          },
          pointer: "#/servers",
          before: JSON.parse(base.servers),
          after: JSON.parse(head.servers),
        }),
      ];

export const securityAndServerKinds = defineKindGroup({
  kinds: [securityChanged, scopeAdded, scopeRemoved, serverChanged],
  rules: { document: { servers }, operation: { security, scopes } },
});
