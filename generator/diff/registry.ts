import type { Kind } from "./findings/define-kind.ts";
import type { KindGroup, Rules } from "./findings/rule.ts";
import { annotationKinds } from "./kinds/annotations.ts";
import { constraintKinds } from "./kinds/constraints.ts";
import { enumKinds } from "./kinds/enums.ts";
import { operationKinds } from "./kinds/operations.ts";
import { parameterKinds } from "./kinds/parameters.ts";
import { propertyKinds } from "./kinds/properties.ts";
import { requestBodyKinds } from "./kinds/request-body.ts";
import { responseKinds } from "./kinds/responses.ts";
import { schemaKinds } from "./kinds/schemas.ts";
import { securityAndServerKinds } from "./kinds/security-and-servers.ts";
import { typeKinds } from "./kinds/types.ts";
import { otherKeywordsRule, unclassifiedKinds } from "./kinds/unclassified.ts";
import { unionKinds } from "./kinds/unions.ts";

/** All kinds of change with their rules, in the order in which reports list changes of one level. */
const groups = [
  operationKinds,
  schemaKinds,
  parameterKinds,
  propertyKinds,
  requestBodyKinds,
  typeKinds,
  unionKinds,
  enumKinds,
  constraintKinds,
  annotationKinds,
  responseKinds,
  securityAndServerKinds,
  unclassifiedKinds,
] as const satisfies readonly KindGroup[];

/** The id of a kind of change. Ignore lists and other tools use it, so it never changes its meaning. */
export type KindId = (typeof groups)[number]["kinds"][number]["id"];

export const kinds: readonly Kind<KindId>[] = groups.flatMap((group): readonly Kind<KindId>[] => group.kinds);

export const kindIds: readonly KindId[] = kinds.map(({ id }) => id);

const collectRules = <Key extends keyof Rules>(key: Key): Rules[Key] =>
  Object.assign({}, ...groups.map(({ rules }: KindGroup) => rules[key]));

const classifiedKeywords = new Set(groups.flatMap(({ keywords = [] }: KindGroup) => keywords));

/** All rules. */
export const rules: Rules = {
  document: collectRules("document"),
  operation: collectRules("operation"),
  schema: collectRules("schema"),
  sameType: { ...collectRules("sameType"), otherKeywords: otherKeywordsRule(classifiedKeywords) },
  union: collectRules("union"),
};
