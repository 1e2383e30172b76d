'use server'

import { requireAdmin } from '@/lib/auth/require-admin'
import { checkNameId, type FittingUser } from '@/lib/directory/name-id/check-name-id'
import { readNameId } from '@/lib/directory/name-id/read-name-id'
import { log } from '@/lib/http/log'
import { listProviders } from '@/lib/providers/providers'
import { text } from '../providers/action-result'

/** A user that a NameID stands for, or may have been meant to; moments are ISO 8601, UTC. */
export type ShownUser = Omit<FittingUser, 'endedAt' | 'providerId'> & { endedAt: string | null; provider: string }

export type NameIdAnswer =
  | { problem: string }
  | {
      nameId: string
      fromResponse: boolean
      transient: boolean
      users: ShownUser[]
      differs: ('case' | 'blanks')[]
      refused?: { id: string; at: string; provider: string; status: number; detail: string | null }
      /** The one provider that was asked about: its name, and what its calls look like. */
      provider?: { slug: string; name: string; client: string | null }
    }

/** Who a pasted NameID or SAML response stands for. What was pasted is neither kept nor logged. */
export async function checkNameIdAction(provider: string, pasted: string): Promise<NameIdAnswer> {
  await requireAdmin()
  const read = readNameId(text(pasted))
  if ('problem' in read) return read
  try {
    const providers = await listProviders()
    const asked = providers.filter(({ slug }) => provider === 'all' || slug === provider)
    const slugOf = (id: string) => asked.find((each) => each.id === id)?.slug ?? ''
    const { users, differs, refused } = await checkNameId(
      asked.map(({ id }) => id),
      read.nameId,
    )
    const [only, ...more] = asked
    return {
      ...read,
      differs,
      users: users.map(({ providerId, endedAt, ...user }) => ({
        ...user,
        provider: slugOf(providerId),
        endedAt: endedAt?.toISOString() ?? null,
      })),
      ...(refused && {
        refused: {
          id: refused.id,
          at: refused.at.toISOString(),
          provider: slugOf(refused.providerId),
          status: refused.status,
          detail: refused.detail,
        },
      }),
      ...(only && more.length === 0 && { provider: { slug: only.slug, name: only.name, client: only.client } }),
    }
  } catch (error) {
    log().error({ err: error }, 'A NameID could not be looked up')
    return { problem: 'The database did not answer, or not as expected. Try again.' }
  }
}
