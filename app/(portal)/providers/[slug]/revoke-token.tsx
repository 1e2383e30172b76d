'use client'

import { endToken } from '../token-actions'
import { Revoke } from './revoke'

/** Revokes a token after a question. */
export const RevokeToken = ({ slug, id, lastFour }: { slug: string; id: string; lastFour: string }) => (
  <Revoke
    what={`the token ending in ${lastFour}`}
    verb="Revoke token"
    done={`Token …${lastFour} revoked`}
    revoke={() => endToken(slug, id)}
  >
    Calls with it are refused with 401 from now on. It can’t be given back: the identity provider will need another one.
  </Revoke>
)
