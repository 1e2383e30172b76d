import { database } from '@/lib/db/client'
import { query, sql } from '@/lib/db/sql'
import { isUuid, uuidv7 } from '@/lib/db/uuid'
import { forgetLookups } from '../lookup-cache'
import type { Scope } from '../scopes'
import { hashToken, newSecret } from '../token'
import { type ClientInfo, mostClients } from './client-info'
import type { PublicJwk } from './client-keys'

const told = sql`id, name, secret_hash is not null as "hasSecret", keys <> '[]' as "hasKeys", scopes,
  created_at as "createdAt", created_by as "createdBy", revoked_at as "revokedAt", last_used_at as "lastUsedAt",
  last_used_address as "lastUsedAddress"`

/** A provider's OAuth clients, newest first, revoked ones too: the sync log names them. */
export const listClients = (providerId: string): Promise<ClientInfo[]> =>
  query(sql`select ${told} from oauth_clients where provider_id = ${providerId}::uuid order by id desc`)

/** Whether a provider has a client that works. */
export async function hasClients(providerId: string): Promise<boolean> {
  const rows = await query(sql`
    select 1 as one from oauth_clients where provider_id = ${providerId}::uuid and revoked_at is null limit 1`)
  return rows.length > 0
}

/** How many clients work, by the id of the provider; those without are not there. */
export async function countClients(): Promise<Map<string, number>> {
  const rows = await query<{ id: string; clients: number }>(sql`
    select provider_id as id, count(*)::int as clients from oauth_clients where revoked_at is null group by provider_id`)
  return new Map(rows.map(({ id, clients }) => [id, clients]))
}

/** A provider has as many clients as it may have. */
export class TooManyClients extends Error {}

export interface NewClient {
  name: string
  scopes: readonly Scope[]
  /** Its public keys. Left out: it gets a secret. */
  keys?: PublicJwk[]
  /** E-mail of the administrator. */
  createdBy?: string
}

/**
 * Makes an OAuth client of a provider. Of its secret only the hash is kept.
 * @returns what is known of it from then on, and the secret itself, to be shown once, unless it has keys
 * @throws TooManyClients when `mostClients` work already
 */
export async function createClient(
  providerId: string,
  { name, scopes, keys, createdBy }: NewClient,
): Promise<{ info: ClientInfo; secret?: string }> {
  const { prisma } = database()
  const secret = keys ? undefined : newSecret('clientSecret')
  const [, [info]] = await prisma.$transaction([
    // Two that are made at the same moment are counted one after the other. Calls of the provider go on.
    prisma.$queryRaw(sql`select 1 as locked from providers where id = ${providerId}::uuid for no key update`),
    prisma.$queryRaw<ClientInfo[]>(sql`
      insert into oauth_clients (id, provider_id, name, secret_hash, keys, scopes, created_at, created_by)
      select ${uuidv7()}::uuid, ${providerId}::uuid, ${name}, ${secret ? hashToken(secret) : null}::bytea,
        ${JSON.stringify(keys ?? [])}::jsonb, ${scopes}::text[], ${new Date()}::timestamptz, ${createdBy ?? null}
      where ${mostClients} > (
        select count(*) from oauth_clients where provider_id = ${providerId}::uuid and revoked_at is null
      )
      returning ${told}`),
  ])
  if (!info) throw new TooManyClients(`It has ${mostClients} clients already. Revoke one first.`)
  return { info, ...(secret && { secret }) }
}

/**
 * Revokes a client: it is given no more access tokens, and those that it has are refused from the next call on.
 * @returns false when the provider has no such client
 */
export async function revokeClient(providerId: string, clientId: string): Promise<boolean> {
  if (!isUuid(clientId)) return false
  const rows = await query(sql`
    update oauth_clients set revoked_at = coalesce(revoked_at, ${new Date()}::timestamptz)
    where id = ${clientId}::uuid and provider_id = ${providerId}::uuid returning 1 as one`)
  forgetLookups()
  return rows.length > 0
}
