import { ENTERPRISE, USER } from '@/lib/idp-clients/urns'
import type { Pool } from '../pool'
import type { Random } from '../../product/random'
import { filter } from './filters'

const USER_PATHS = [
  ...['userName', 'active', 'title', 'displayName', 'externalId', 'name', 'name.givenName', 'name.familyName'],
  ...['emails', 'emails.value', 'emails[type eq "work"]', 'emails[type eq "work"].value', 'emails[primary eq true]'],
  ...['phoneNumbers[type eq "mobile"].value', 'addresses[type eq "work"].country', 'roles', 'groups', 'id', 'meta'],
  ...['password', 'nothing', 'emails[value co "x"].type', ENTERPRISE, `${ENTERPRISE}:department`, 'manager'],
  ...[`${ENTERPRISE}:manager.value`, `${USER}:title`, 'x509Certificates', 'entitlements[value eq "a" and type eq "b"]'],
]
const BROKEN = [
  'emails[',
  'emails[]',
  'emails[type eq',
  '.',
  '..',
  'a..b',
  '[type eq "x"]',
  'emails[type eq "x"]]',
  '"',
]

/** A PATCH path of a user (RFC 7644 §3.5.2), now and then one that is none. */
export function userPath(random: Random): string {
  if (random.chance(0.05)) return random.pick(BROKEN)
  if (random.chance(0.1)) return `${random.pick(['emails', 'phoneNumbers', 'addresses'])}[${filter(random)}]`
  return random.pick(USER_PATHS)
}

export function groupPath(random: Random, pool: Pool): string {
  if (random.chance(0.05)) return random.pick(BROKEN)
  if (random.chance(0.3)) return `members[value eq "${random.chance(0.8) ? pool.user(random) : pool.group(random)}"]`
  return random.pick(['members', 'members', 'members', 'displayName', 'externalId', 'members.value', 'id', 'members[]'])
}
