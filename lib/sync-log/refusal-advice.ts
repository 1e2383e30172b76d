import type { FoundCall } from './found-calls'

type Refused = Pick<FoundCall, 'status' | 'scimType' | 'resourceType' | 'action'>

/**
 * What an admin can do about a refused call, mostly in the identity provider.
 * @param idp what the identity provider is called in the text
 */
export function adviceFor(call: Refused, idp: string): string | undefined {
  if (call.action !== 'refused') return undefined
  if (call.scimType === 'uniqueness') return uniqueness(call, idp)
  const say = byType[call.scimType ?? ''] ?? byStatus[call.status] ?? (call.status >= 500 ? byStatus[500] : unknown)
  return say!(idp)
}

function uniqueness({ resourceType }: Refused, idp: string): string {
  if (resourceType === 'Group')
    return `A group of that name is here already. Rename one of the two in ${idp}, or allow groups of the same name in this provider’s settings.`
  return `Compare the IdP id of the person who is here with the externalId in the request. If they differ, two people in ${idp} share a user name: change one of them there. If they are the same, ${idp} lost its link to the person: take the assignment away there and give it again.`
}

const repeats = (idp: string) =>
  `Nothing: ${idp} begins the list again by itself. If this comes back with each sync, make its page smaller there.`

const byType: Record<string, (idp: string) => string> = {
  invalidValue: (idp) =>
    `A mapping in ${idp} sends a value that this attribute does not take. Open the mapping of the attribute that the reason names, and correct its source or take it out.`,
  invalidPath: (idp) =>
    `A mapping in ${idp} writes to an attribute that is not known here. Correct its target, take it out, or add the attribute to this provider as an extension schema.`,
  invalidFilter: (idp) =>
    `${idp} looks people or groups up by an attribute that can’t be searched. Match on userName or externalId there.`,
  invalidSyntax: (idp) =>
    `The body is not what SCIM 2.0 asks for. Check that the application in ${idp} is of the kind SCIM 2.0 with JSON; then show the request below to its support.`,
  noTarget: (idp) =>
    `${idp} changes a value that the record does not have. Provision this record anew there, so that it sends all of its values.`,
  mutability: (idp) =>
    `A mapping in ${idp} writes to an attribute that is set here alone, such as id or groups. Take it out of the attribute mappings.`,
  invalidCursor: repeats,
  expiredCursor: repeats,
  invalidCount: repeats,
}

const byStatus: Record<number, (idp: string) => string> = {
  401: (idp) => `The token that ${idp} uses was revoked or has expired. Generate a new one here and paste it there.`,
  403: () =>
    'SCIM Sync may be off for this provider, its list of addresses may leave this one out, or the token may not do this. The reason above says which; all three are set on the provider’s page.',
  404: (idp) =>
    `${idp} still holds the id of a record that is not here any more. Take the assignment away there and give it again, so that it is created anew.`,
  405: (idp) => `This address does not take that method. Check the SCIM endpoint that was entered in ${idp}.`,
  409: (idp) =>
    `Nothing about this operation: another one of the same bulk request failed, and its own row says why. Mend that in ${idp}.`,
  412: (idp) => `Nothing: the record changed between two calls, and ${idp} reads it and tries again.`,
  413: (idp) => `Let ${idp} send less at once: fewer members or operations in a request.`,
  415: (idp) => `Let ${idp} send application/scim+json or application/json.`,
  429: (idp) => `Nothing: ${idp} waits and tries again. The limit is set on the provider’s page.`,
  500: (idp) =>
    `Nothing in ${idp}: the fault is here, and ${idp} tries again. The server’s log has the cause under the request id.`,
  501: (idp) => `This server does not offer that. Switch the feature off in ${idp}.`,
  503: (idp) => `Nothing: the database was away for a moment, and ${idp} tries again.`,
}

const unknown = (idp: string) => `Compare the request below with what the reason names, and correct it in ${idp}.`
