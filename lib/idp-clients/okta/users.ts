import type { JsonObject } from '../json'
import { GROUP, PATCH_OP, USER } from '../urns'

export interface OktaPerson {
  userName: string
  givenName: string
  familyName: string
  externalId: string
}

/** The user that Okta posts when a person is assigned. The password is a random placeholder. */
export const oktaUser = ({ userName, givenName, familyName, externalId }: OktaPerson): JsonObject => ({
  schemas: [USER],
  userName,
  name: { givenName, familyName },
  emails: [{ primary: true, value: userName, type: 'work' }],
  displayName: `${givenName} ${familyName}`,
  locale: 'en-US',
  externalId,
  groups: [],
  password: 'aX7qLm2z',
  active: true,
})

/** The user that Okta puts on a profile update: everything it knows, with what it read echoed back. */
export const oktaUpdate = (id: string, { userName, givenName, familyName, externalId }: OktaPerson): JsonObject => ({
  schemas: [USER],
  id,
  userName,
  externalId,
  name: { givenName, middleName: '', familyName },
  emails: [{ primary: true, value: userName, type: 'work', display: userName }],
  displayName: `${givenName} ${familyName}`,
  active: true,
  groups: [],
  meta: { resourceType: 'User' },
})

/** A PATCH of Okta's: no path, the attributes as the value. */
export const oktaPatch = (value: JsonObject): JsonObject => ({
  schemas: [PATCH_OP],
  Operations: [{ op: 'replace', value }],
})

/** The group that Okta posts when a push begins. */
export const oktaGroup = (displayName: string): JsonObject => ({ schemas: [GROUP], displayName, members: [] })
