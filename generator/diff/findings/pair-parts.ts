import type { ContractMessage, ContractOperation, ContractParameter } from "../../contract/contract.ts";
import { type Location, parameterLocation, requestBodyLocation, responseLocation } from "./location.ts";

/** A part of an operation that both documents have. */
interface PairedPart<Part> {
  readonly before: Part;
  readonly after: Part;
  readonly location: Location;
}

/** Returns the parameters that both operations have. */
export const pairParameters = (
  before: ContractOperation,
  after: ContractOperation,
  operation: Location,
): PairedPart<ContractParameter>[] =>
  pairByKey(before.parameters, after.parameters, (_, parameter) => parameterLocation(operation, parameter));

/** Returns the request body and the responses that both operations have. */
export const pairMessages = (
  before: ContractOperation,
  after: ContractOperation,
  operation: Location,
): PairedPart<ContractMessage>[] => {
  const responses = pairByKey(before.responses, after.responses, (status) => responseLocation(operation, status));
  return before.requestBody && after.requestBody
    ? [{ before: before.requestBody, after: after.requestBody, location: requestBodyLocation(operation) }, ...responses]
    : responses;
};

const pairByKey = <Part>(
  before: ReadonlyMap<string, Part>,
  after: ReadonlyMap<string, Part>,
  locate: (key: string, part: Part) => Location,
): PairedPart<Part>[] =>
  [...before].flatMap(([key, part]) => {
    const newPart = after.get(key);
    return newPart === undefined ? [] : [{ before: part, after: newPart, location: locate(key, newPart) }];
  });

/** Returns the entries whose keys another map lacks. */
export const missingEntries = <Part>(
  entries: ReadonlyMap<string, Part>,
  other: ReadonlyMap<string, unknown>,
): [key: string, part: Part][] => [...entries].filter(([key]) => !other.has(key));
