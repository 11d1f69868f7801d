import type { Pair } from "../views.ts";
import type { SchemaRules } from "../walk.ts";
import * as access from "./access.ts";
import * as descriptions from "./descriptions.ts";
import * as enums from "./enums.ts";
import * as flags from "./flags.ts";
import * as formats from "./formats.ts";
import { limits } from "./limits.ts";
import * as messages from "./messages.ts";
import { nullability } from "./nullability.ts";
import * as operations from "./operations.ts";
import * as other from "./other.ts";
import * as parameters from "./parameters.ts";
import * as properties from "./properties.ts";
import type { ContractRule, EndpointRule } from "./rule.ts";
import * as schemas from "./schemas.ts";
import { types } from "./types.ts";
import { unions } from "./unions.ts";

/** Every rule, by what it compares. A new kind of change is one more rule here. */
export interface Rules {
  readonly contract: readonly ContractRule[];
  readonly endpoint: readonly EndpointRule[];
  readonly schema: SchemaRules;
}

/** The rules for two documents. */
export const rulesFor = ({ base, head, match }: Pair): Rules => ({
  contract: [
    operations.operations,
    schemas.schemas,
    access.servers,
    descriptions.documentTexts,
    schemas.otherDocumentFields,
  ],
  endpoint: [
    operations.operationIds,
    operations.summaries,
    operations.operationTexts,
    operations.operationDeprecation,
    operations.otherFields,
    access.security,
    access.scopes,
    parameters.parameters,
    parameters.requiredParameters,
    parameters.parameterStyles,
    parameters.otherParameterFields,
    messages.bodies,
    messages.statuses,
    messages.mediaTypes,
    messages.messageTexts,
    messages.otherMessageFields,
  ],
  schema: {
    always: [types, nullability, descriptions.description, flags.deprecated, flags.readOnly],
    ofOneType: [
      enums.enumValues,
      enums.enumLabels,
      enums.enumMembers,
      enums.enumNames(base.names, head.names),
      properties.properties,
      properties.required,
      properties.indexSignature,
      ...Object.values(limits),
      formats.format,
      formats.pattern,
      formats.defaults,
      formats.constant,
      other.otherKeywords(match),
    ],
    ofUnions: [unions(match)],
  },
});
