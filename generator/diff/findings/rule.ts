import type { ContractOperation, ResolvedSchema } from "../../contract/contract.ts";
import type { Kind } from "./define-kind.ts";
import type { ContractPair } from "./expand-schemas.ts";
import type { Finding } from "./finding.ts";
import type { Location } from "./location.ts";

/** Compares two documents. */
export type DocumentRule = (pair: ContractPair) => readonly Finding[];

/** Compares an operation that both documents have. */
export type OperationRule = (
  before: ContractOperation,
  after: ContractOperation,
  location: Location,
) => readonly Finding[];

/** Compares two schemas at one location. Properties, items and variants are compared by separate calls. */
export type SchemaRule = (
  before: ResolvedSchema,
  after: ResolvedSchema,
  location: Location,
  pair: ContractPair,
) => readonly Finding[];

/** Rules by name. */
export type Named<Rule> = Readonly<Record<string, Rule>>;

/** Rules by what they compare. */
export interface Rules {
  readonly document: Named<DocumentRule>;
  readonly operation: Named<OperationRule>;
  /** Rules for schemas of any type. */
  readonly schema: Named<SchemaRule>;
  /** Rules for two schemas of the same type. */
  readonly sameType: Named<SchemaRule>;
  /** Rules for the variants of two schemas, at least one of which is a union. */
  readonly union: Named<SchemaRule>;
}

/** The kinds of change of one subject, with the rules that find them. */
export interface KindGroup<Id extends string = string> {
  /** In the order in which reports list changes of one level. */
  readonly kinds: readonly Kind<Id>[];
  readonly rules: Partial<Rules>;
  /** The keywords of schemas that the rules compare. Changes of all others are unclassified. */
  readonly keywords?: readonly string[];
}

/** Defines a group of kinds. Its type keeps their ids. */
export const defineKindGroup = <Id extends string>(group: KindGroup<Id>): KindGroup<Id> => group;
