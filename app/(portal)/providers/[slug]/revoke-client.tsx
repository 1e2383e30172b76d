'use client'

import { endClient } from '../client-actions'
import { Revoke } from './revoke'

/** Revokes an OAuth client after a question. */
export const RevokeClient = ({ slug, id, name }: { slug: string; id: string; name: string }) => (
  <Revoke
    what={`the client ${name}`}
    verb="Revoke client"
    done={`Client ${name} revoked`}
    revoke={() => endClient(slug, id)}
  >
    It gets no more access tokens, and calls with those that it has are refused with 401 from now on. It can’t be given
    back: what uses it will need another client.
  </Revoke>
)
