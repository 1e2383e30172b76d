import { HelpLink } from '@/components/help/help-link'
import { Time } from '@/components/ui/time'
import { isWorking, mostTokens } from '@/lib/providers/token-state'
import type { TokenInfo } from '@/lib/providers/tokens'
import { actionsColumn, CredentialTable, Ended, LastUsed, Made, NoneWorks, cell } from './credential-table'
import { RevokeToken } from './revoke-token'
import { tokenScopes } from './scope-words'
import { Section } from './section'

interface Props {
  slug: string
  tokens: TokenInfo[]
  /** Whether OAuth clients work, which need no token of these. */
  oauth: boolean
}

/** A provider's tokens by their last four characters: those that work, and folded away those that did. */
export function Tokens({ slug, tokens, oauth }: Props) {
  const working = tokens.filter(isWorking)
  const ended = tokens.filter((token) => !isWorking(token))
  return (
    <Section
      title="Tokens"
      purpose={
        <>
          Up to {mostTokens} work at a time, so that one can be replaced without an interruption.{' '}
          <HelpLink article="tokens" anchor="replacing-one">
            How to replace one
          </HelpLink>
        </>
      }
    >
      {working.length === 0 ? (
        <NoneWorks>
          No token works. {oauth ? 'OAuth clients alone may call.' : 'Without one, every call is refused.'}
        </NoneWorks>
      ) : (
        <List caption="Tokens that work" tokens={working} slug={slug} />
      )}
      {ended.length > 0 && (
        <Ended summary={`${ended.length} revoked or expired ${ended.length === 1 ? 'token' : 'tokens'}`}>
          <List caption="Tokens that no longer work" tokens={ended} />
        </Ended>
      )}
    </Section>
  )
}

function List({ caption, tokens, slug }: { caption: string; tokens: TokenInfo[]; slug?: string }) {
  const columns: [string, ...string[]] = ['Token', 'May', 'Made', ...(slug ? ['Expires'] : []), 'Last used']
  return (
    <CredentialTable caption={caption} columns={[...columns, slug ? actionsColumn : 'Ended']}>
      {tokens.map((token) => (
        <tr key={token.id}>
          <th scope="row" className={`${cell} mono pl-3.5 text-left font-normal`}>
            …{token.lastFour}
          </th>
          <td className={cell}>{tokenScopes(token.scopes)}</td>
          <Made {...token} />
          {slug && (
            <td className={cell}>
              {token.expiresAt ? (
                <Time at={token.expiresAt.toISOString()} />
              ) : (
                <span className="text-ink-2">Never</span>
              )}
            </td>
          )}
          <LastUsed at={token.lastUsedAt} from={token.lastUsedAddress} />
          <td className={`${cell} ${slug ? 'pr-1.5 text-right' : ''}`}>
            {slug ? <RevokeToken slug={slug} id={token.id} lastFour={token.lastFour} /> : <EndedAt token={token} />}
          </td>
        </tr>
      ))}
    </CredentialTable>
  )
}

const EndedAt = ({ token }: { token: TokenInfo }) => {
  const at = token.revokedAt ?? token.expiresAt
  return at && <Time at={at.toISOString()} />
}
