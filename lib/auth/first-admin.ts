import { query, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import { emailKey } from './email-key'
import { generatePassword, hashPassword } from './password'

/**
 * Creates the first administrator when there is none yet, also when several instances start at once.
 * @param password the one to use; without it one is generated
 * @returns the e-mail, with the generated password (to be printed once, it is kept nowhere); undefined when there was
 * an administrator already
 */
export async function ensureFirstAdmin(
  email: string,
  password?: string,
): Promise<{ email: string; password?: string } | undefined> {
  const [{ some } = { some: false }] = await query<{ some: boolean }>(sql`select exists (select from admins) as some`)
  if (some) return undefined
  const generated = password === undefined ? generatePassword() : undefined
  const hashed = await hashPassword(password ?? generated!)
  const created = await query<{ id: string }>(sql`
    insert into admins (id, email, email_key, name, password_hash, role, created_at)
    select ${uuidv7()}::uuid, ${email.trim()}, ${emailKey(email)}, ${nameOf(email)}, ${hashed}, 'administrator',
      ${new Date()}::timestamptz
    where not exists (select from admins)
    on conflict (email_key) do nothing
    returning id`)
  if (created.length === 0) return undefined
  return { email: email.trim(), ...(generated === undefined ? {} : { password: generated }) }
}

/** `mara.lindqvist@contoso.example` is shown as Mara Lindqvist until somebody writes a better name. */
function nameOf(email: string): string {
  const words = email
    .trim()
    .split('@')[0]!
    .split(/[._+-]+/)
  return words
    .filter((word) => word !== '')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ')
}
