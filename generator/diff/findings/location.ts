import type { Contract, ContractOperation, ContractParameter } from "../../contract/contract.ts";
import type { Direction } from "./change.ts";

/** A place in the document: the site that reports print, and the name that callers of the client use. */
export interface Location {
  /** `schema Account`, `GET /api/v2/accounts` or `GET /api/v2/accounts 200`. */
  readonly owner: string;
  /** The path inside the owner: `items[].tags`. Empty for the owner itself. */
  readonly path: string;
  /** The last name of the path. Findings merge only if it is the same. */
  readonly name: string;
  readonly direction: Direction;
  /** The exported type or function: `Account`, `getAccount`. */
  readonly exported: string;
  /** The path from the exported name in the client: `data.items[].tags`. */
  readonly inside: string;
}

/** The location of something that the client does not export, such as the document or a server. */
export const documentLocation = (owner: string): Location => ({
  owner,
  path: "",
  name: "",
  direction: "none",
  exported: "",
  inside: "",
});

/** The location of an operation. */
export const operationLocation = (site: string, { operation }: Pick<ContractOperation, "operation">): Location => ({
  ...documentLocation(site),
  exported: operation.name,
});

/** The location of a parameter of an operation. */
export const parameterLocation = (operation: Location, { in: group, name }: ContractParameter): Location => ({
  owner: `${operation.owner} ${group}`,
  path: name,
  name,
  direction: "request",
  exported: operation.exported,
  inside: `${group}.${name}`,
});

/** The location of the request body of an operation. */
export const requestBodyLocation = (operation: Location): Location => ({
  ...operation,
  owner: `${operation.owner} body`,
  direction: "request",
  inside: "body",
});

/** The location of a response of an operation. */
export const responseLocation = (operation: Location, status: string): Location => ({
  ...operation,
  owner: `${operation.owner} ${status}`,
  direction: "response",
  inside: status.startsWith("2") ? "data" : "error",
});

/** The location of a component schema in one of its directions. */
export const schemaLocation = (name: string, { names }: Contract, direction: Direction): Location => ({
  ...documentLocation(`schema ${name}`),
  direction,
  exported: names.schemas.find(({ component }) => component === name)?.name ?? name,
});

/** The location of a property of an object. */
export const propertyLocation = (location: Location, name: string): Location => ({
  ...location,
  name,
  path: appendName(location.path, name),
  inside: appendName(location.inside, name),
});

/** The location of the items of an array. */
export const itemLocation = (location: Location): Location => ({
  ...location,
  path: `${location.path}[]`,
  inside: `${location.inside}[]`,
});

const appendName = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

/** Formats the site of a location: `GET /api/v2/accounts 200: items[].tags`. */
export const formatSite = ({ owner, path }: Location): string => (path === "" ? owner : `${owner}: ${path}`);

/** Formats the subject of a message: the end of the path from its last name, or the site. */
export const formatSubject = (location: Location): string => {
  const { name, path } = location;
  return name === "" ? formatSite(location) : path.slice(Math.max(0, path.lastIndexOf(name)));
};
