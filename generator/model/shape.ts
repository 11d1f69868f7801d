import type { Enum, EnumValue } from "../model.ts";
import type { Json } from "../spec/json.ts";

/**
 * What a schema says about a value, with its `allOf` taken together. Components it refers to are named and not looked
 * into: what changes in a component is told once, where the component stands.
 */
export interface Shape {
  readonly pointer: string;
  /** The components that the value is, or is as well. */
  readonly bases: readonly string[];
  /** Types without `null`, sorted; `binary` for what callers have as bytes. Absent where the schema does not say. */
  readonly types?: readonly string[];
  readonly nullable?: boolean;
  readonly enum?: EnumFacts;
  readonly properties: ReadonlyMap<string, Shape>;
  readonly required: ReadonlySet<string>;
  /** The values of names that are not listed: `{}` for any. Absent where the schema has no index signature. */
  readonly additional?: Shape;
  readonly items?: Shape;
  /** The alternatives of `anyOf` and `oneOf`, `null` taken out. */
  readonly branches: readonly Shape[];
  /** Every keyword that is left, by name: `format`, `minimum`, `description`, and what nobody has a rule for. */
  readonly keywords: Readonly<Record<string, Json>>;
}

export interface EnumFacts {
  readonly values: readonly EnumValue[];
  readonly labels: ReadonlyMap<string, string>;
  /** The client's own enum for it, where it deserved a name. */
  readonly named?: Enum;
}

/** Finds the client's enum for an `enum` at a place of the document. */
export type EnumAt = (pointer: string) => Enum | undefined;

/** A schema that says nothing. */
export const anything = (pointer: string): Shape => ({
  pointer,
  bases: [],
  properties: new Map(),
  required: new Set(),
  branches: [],
  keywords: {},
});
