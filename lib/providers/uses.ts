import { query, sql } from '@/lib/db/sql'

const EVERY_MS = 10_000

interface Use {
  providerId: string
  at: Date
  address?: string
  client?: string
}

// On globalThis: both doors count into one.
const shared = globalThis as {
  rollcallTokenUses?: Map<string, Use>
  rollcallTokensSeen?: Set<string>
  rollcallTokenUsesTimer?: NodeJS.Timeout
  rollcallTokenUsesWriting?: Promise<void>
}
const uses = () => (shared.rollcallTokenUses ??= new Map())
const seen = () => (shared.rollcallTokensSeen ??= new Set())

/** Remembers that a token, or an access token of a client, was used: `id` is the token's or the client's. The first use is written at once, later ones now and then. */
export function noteUse(id: string, use: Use) {
  uses().set(id, { ...use, client: use.client ?? uses().get(id)?.client })
  shared.rollcallTokenUsesTimer ??= setInterval(() => void writeUses().catch(() => {}), EVERY_MS).unref()
  if (seen().has(id)) return
  seen().add(id)
  void writeUses().catch(() => {})
}

/**
 * Writes the last uses, after those that are being written: at intervals, and when the server stops. What can't be
 * written is kept for the next time.
 */
export function writeUses(): Promise<void> {
  return (shared.rollcallTokenUsesWriting = (shared.rollcallTokenUsesWriting ?? Promise.resolve()).then(write, write))
}

async function write(): Promise<void> {
  const taken = [...uses()]
  if (taken.length === 0) return
  const rows = JSON.stringify(taken.map(([id, use]) => ({ id, ...use })))
  await query(sql`
    with used as (
      select * from jsonb_to_recordset(${rows}::jsonb)
        as u(id uuid, "providerId" uuid, at timestamptz, address text, client text)
    ), marked as (
      update tokens t set last_used_at = greatest(t.last_used_at, u.at), last_used_address = u.address
      from used u where t.id = u.id
    ), marked_clients as (
      update oauth_clients c set last_used_at = greatest(c.last_used_at, u.at), last_used_address = u.address
      from used u where c.id = u.id
    )
    update providers p set last_call_at = greatest(p.last_call_at, u.at), client = coalesce(u.client, p.client)
    from (
      -- A revoked token says nothing about the provider: whoever still has it may be another program.
      select distinct on (u."providerId") u."providerId", u.at, u.client
      from used u join (
        select id, revoked_at from tokens union all select id, revoked_at from oauth_clients
      ) t on t.id = u.id
      where t.revoked_at is null
      order by u."providerId", u.at desc
    ) u
    where p.id = u."providerId"`)
  for (const [id, use] of taken) if (uses().get(id) === use) uses().delete(id)
}
