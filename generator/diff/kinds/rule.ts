import type { ContractOperation, ResolvedSchema } from "../../contract/contract.ts";
import type { ContractPair } from "../findings/expand-schemas.ts";
import type { Finding } from "../findings/finding.ts";
import type { Location } from "../findings/location.ts";

/** Compares two documents as wholes. */
export type ContractRule = (pair: ContractPair) => readonly Finding[];

/** Compares an operation that both documents have, at its place. */
export type EndpointRule = (
  before: ContractOperation,
  after: ContractOperation,
  location: Location,
) => readonly Finding[];

/** Compares two schemas of one place, as `views` gives them. Properties, items and branches are visited by the walk. */
export type SchemaRule = (before: ResolvedSchema, after: ResolvedSchema, location: Location) => readonly Finding[];

/** Rules by name, so that what one of them does can be said of it. */
export type Named<Rule> = Readonly<Record<string, Rule>>;
