import type { SchemaRules } from "../compare-contracts.ts";
import type { ContractPair } from "../findings/expand-schemas.ts";
import { scopes, security, servers } from "./access.ts";
import { documentTexts } from "./descriptions.ts";
import { enumLabels, enumMembers, enumNames, enumValues } from "./enums.ts";
import * as keywords from "./keywords.ts";
import { bodies, mediaTypes, messageTexts, otherMessageFields, statuses } from "./messages.ts";
import { nullability } from "./nullability.ts";
import {
  operationDeprecation,
  operationIds,
  operations,
  operationTexts,
  otherFields,
  summaries,
} from "./operations.ts";
import { otherKeywords } from "./other.ts";
import { otherParameterFields, parameterStyles, parameters, requiredParameters } from "./parameters.ts";
import { indexSignature, properties, required } from "./properties.ts";
import type { ContractRule, EndpointRule, Named } from "./rule.ts";
import { otherDocumentFields, schemas } from "./schemas.ts";
import { types } from "./types.ts";
import { unions } from "./unions.ts";

/**
 * Every rule, by what it compares. A new kind of change is a rule here, or in keywords.ts, and a name in kinds.ts: the
 * compiler then asks for its sentence (describe.ts) and its impact (impact.ts), and tests ask for a row in
 * test/drift/rows and its name in reports/drift.schema.json.
 */
export interface Rules {
  readonly contract: Named<ContractRule>;
  readonly endpoint: Named<EndpointRule>;
  readonly schema: SchemaRules;
}

/** The rules for two documents. */
export const rulesFor = ({ base, head, match }: ContractPair): Rules => ({
  contract: {
    operations,
    schemas,
    servers,
    documentTexts,
    otherDocumentFields,
  },
  endpoint: {
    operationIds,
    summaries,
    operationTexts,
    operationDeprecation,
    otherFields,
    security,
    scopes,
    parameters,
    requiredParameters,
    parameterStyles,
    otherParameterFields,
    bodies,
    statuses,
    mediaTypes,
    messageTexts,
    otherMessageFields,
  },
  schema: {
    always: { types, nullability, ...keywords.always },
    ofOneType: {
      enumValues,
      enumLabels,
      enumMembers,
      enumNames: enumNames(base.names, head.names),
      properties,
      required,
      indexSignature,
      ...keywords.ofOneType,
      otherKeywords: otherKeywords(match),
    },
    ofUnions: { unions: unions(match) },
  },
});
