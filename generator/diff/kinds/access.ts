import { type Finding, finding } from "../findings/finding.ts";
import { wholeLocation } from "../findings/location.ts";
import type { ContractRule, EndpointRule } from "./rule.ts";

/** How callers say who they are. */
export const security: EndpointRule = (before, after, location) =>
  before.security === after.security
    ? []
    : [
        finding("security-changed", "breaking", {
          location,
          pointer: after.pointer,
          before: before.security,
          after: after.security,
        }),
      ];

/** The scopes that a key needs: groups that are all needed, of each one scope. */
export const scopes: EndpointRule = ({ operation: before }, { operation: after, ...endpoint }, location) => {
  const where = { location, pointer: endpoint.pointer };
  const overlap = (a: readonly string[], b: readonly string[]): number => a.filter((scope) => b.includes(scope)).length;
  const left = [...after.scopes];
  const findings: Finding[] = [];
  for (const group of before.scopes) {
    const [best] = [...left].sort((a, b) => overlap(b, group) - overlap(a, group));
    if (!best || overlap(best, group) === 0) {
      findings.push(finding("scope-removed", "additive", { ...where, before: [...group] }));
      continue;
    }
    left.splice(left.indexOf(best), 1);
    for (const scope of best.filter((each) => !group.includes(each)))
      findings.push(finding("scope-added", "additive", { ...where, after: scope }));
    for (const scope of group.filter((each) => !best.includes(each)))
      findings.push(finding("scope-removed", "breaking", { ...where, before: scope }));
  }
  return [...findings, ...left.map((group) => finding("scope-added", "breaking", { ...where, after: [...group] }))];
};

/** Where the API is. */
export const servers: ContractRule = ({ base, head }) =>
  base.servers === head.servers
    ? []
    : [
        finding("server-changed", "breaking", {
          location: { ...wholeLocation("servers"), direction: "request", exported: `create${head.names.name}Client` },
          pointer: "#/servers",
          before: JSON.parse(base.servers),
          after: JSON.parse(head.servers),
        }),
      ];
