import type { Json, JsonObject } from '../json'
import { ENTERPRISE, GROUP, PATCH_OP, USER } from '../urns'

export interface EntraPerson {
  userName: string
  givenName: string
  familyName: string
  externalId: string
}

export interface Operation {
  op: string
  path?: string
  value?: Json
}

/** The schema that Entra names in every group, which is no SCIM schema. */
export const ENTRA_GROUP = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'

/** The user that Entra posts. The enterprise schema is listed even where its attributes are missing. */
export const entraUser = ({ userName, givenName, familyName, externalId }: EntraPerson): JsonObject => ({
  schemas: [USER, ENTERPRISE],
  externalId,
  userName,
  active: true,
  emails: [{ primary: true, type: 'work', value: userName }],
  meta: { resourceType: 'User' },
  name: { formatted: `${givenName} ${familyName}`, familyName, givenName },
  roles: [],
})

/** The group that Entra posts, before it adds members. */
export const entraGroup = (displayName: string, externalId: string): JsonObject => ({
  schemas: [GROUP, ENTRA_GROUP],
  externalId,
  displayName,
  meta: { resourceType: 'Group' },
})

export const entraPatch = (...operations: Operation[]): JsonObject => ({
  schemas: [PATCH_OP],
  Operations: operations as unknown as Json,
})

/** A value of `members` as Entra writes it. */
export const entraMembers = (...ids: string[]): Json => ids.map((value) => ({ $ref: null, value }))

export const enterprise = (attribute: string) => `${ENTERPRISE}:${attribute}`
export const workEmail = 'emails[type eq "work"].value'
