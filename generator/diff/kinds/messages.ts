import type { ContractMessage } from "../../contract/contract.ts";
import { type Finding, finding } from "../findings/finding.ts";
import type { Location } from "../findings/location.ts";
import { text } from "./descriptions.ts";
import { others } from "./other.ts";
import type { EndpointRule } from "./rule.ts";

/** The place of an operation's request body. */
export const bodyPlace = (operation: Location): Location => ({
  ...operation,
  owner: `${operation.owner} body`,
  direction: "request",
  inside: "body",
});

/** The place of one of an operation's answers. */
export const responsePlace = (operation: Location, status: string): Location => ({
  ...operation,
  owner: `${operation.owner} ${status}`,
  direction: "response",
  inside: status.startsWith("2") ? "data" : "error",
});

/** Whether an operation takes a body, and has to be given one. */
export const bodies: EndpointRule = (before, after, location) => {
  const at = bodyPlace(location);
  if (!before.requestBody && after.requestBody)
    return [
      finding("body-added", [after.requestBodyRequired ? "breaking" : "additive", "additive"], {
        location: at,
        pointer: after.requestBody.pointer,
      }),
    ];
  if (before.requestBody && !after.requestBody)
    return [finding("body-removed", "breaking", { location: at, pointer: before.requestBody.pointer })];
  if (before.requestBodyRequired === after.requestBodyRequired) return [];
  const where = { location: at, pointer: after.requestBody?.pointer ?? after.pointer };
  return [
    after.requestBodyRequired
      ? finding("body-became-required", "breaking", where)
      : finding("body-became-optional", "additive", where),
  ];
};

/** The statuses that an operation answers with. A new success is one that old clients take for unexpected. */
export const statuses: EndpointRule = (before, after, location) => [
  ...[...after.responses]
    .filter(([status]) => !before.responses.has(status))
    .map(([status, { pointer }]) => {
      const level = status.startsWith("2") ? "risky" : "additive";
      const where = { location: responsePlace(location, status), pointer, after: asStatus(status) };
      return finding("response-status-added", level, where);
    }),
  ...[...before.responses]
    .filter(([status]) => !after.responses.has(status))
    .map(([status, { pointer }]) =>
      finding("response-status-removed", "breaking", {
        location: responsePlace(location, status),
        pointer,
        before: asStatus(status),
      }),
    ),
];

const asStatus = (status: string): number | string => (/^\d+$/.test(status) ? Number(status) : status);

/** The media types, the text and the rest of every message that both documents have. */
const ofMessages =
  (rule: (before: ContractMessage, after: ContractMessage, location: Location) => readonly Finding[]): EndpointRule =>
  (before, after, location) => [
    ...(before.requestBody && after.requestBody
      ? rule(before.requestBody, after.requestBody, bodyPlace(location))
      : []),
    ...[...before.responses].flatMap(([status, response]) => {
      const other = after.responses.get(status);
      return other ? rule(response, other, responsePlace(location, status)) : [];
    }),
  ];

/** What a message may be written in. */
export const mediaTypes: EndpointRule = ofMessages((before, after, location) => [
  ...[...after.content.keys()]
    .filter((type) => !before.content.has(type))
    .map((type) => finding("media-type-added", "additive", { location, pointer: after.pointer, after: type })),
  ...[...before.content.keys()]
    .filter((type) => !after.content.has(type))
    .map((type) => finding("media-type-removed", "breaking", { location, pointer: after.pointer, before: type })),
]);

export const messageTexts: EndpointRule = ofMessages((before, after, location) =>
  text(before.description, after.description, location, after.pointer),
);

export const otherMessageFields: EndpointRule = ofMessages((before, after, location) =>
  others(before.otherFields, after.otherFields, location, after.pointer),
);
