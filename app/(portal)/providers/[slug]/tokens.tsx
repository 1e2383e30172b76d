import { HelpLink } from '@/components/help/help-link'
import { Time } from '@/components/ui/time'
import { isWorking, mostTokens } from '@/lib/providers/token-state'
import type { TokenInfo } from '@/lib/providers/tokens'
import { RevokeToken } from './revoke-token'
import { tokenScopes } from './scope-words'
import { Section } from './section'

/** A provider's tokens by their last four characters: those that work, and folded away those that did. */
export function Tokens({ slug, tokens }: { slug: string; tokens: TokenInfo[] }) {
  const working = tokens.filter(isWorking)
  const ended = tokens.filter((token) => !isWorking(token))
  return (
    <Section
      title="Tokens"
      purpose={
        <>
          Up to {mostTokens} work at a time, so that one can be replaced without an interruption.{' '}
          <HelpLink article="providers" anchor="tokens">
            How to replace one
          </HelpLink>
        </>
      }
    >
      {working.length === 0 ? (
        <p className="rounded-m border border-dashed border-line-strong px-3.5 py-3 text-ink-2">
          No token works. Without one, every call is refused.
        </p>
      ) : (
        <List caption="Tokens that work" tokens={working} slug={slug} />
      )}
      {ended.length > 0 && (
        <details>
          <summary className="w-fit text-ink-2 hover:text-ink">
            {ended.length} revoked or expired {ended.length === 1 ? 'token' : 'tokens'}
          </summary>
          <div className="pt-2">
            <List caption="Tokens that no longer work" tokens={ended} />
          </div>
        </details>
      )}
    </Section>
  )
}

const head = 'h-8 border-b border-line bg-sunken px-3 text-left text-small font-medium whitespace-nowrap text-ink-2'
const cell = 'h-10 px-3 whitespace-nowrap'

function List({ caption, tokens, slug }: { caption: string; tokens: TokenInfo[]; slug?: string }) {
  return (
    <div className="overflow-x-auto rounded-m border border-line" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full border-separate border-spacing-0 text-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} pl-3.5`}>
              Token
            </th>
            <th scope="col" className={head}>
              May
            </th>
            <th scope="col" className={head}>
              Made
            </th>
            {slug && (
              <th scope="col" className={head}>
                Expires
              </th>
            )}
            <th scope="col" className={head}>
              Last used
            </th>
            <th scope="col" className={head}>
              {slug ? <span className="sr-only">Actions</span> : 'Ended'}
            </th>
          </tr>
        </thead>
        <tbody className="[&>tr+tr>*]:border-t [&>tr+tr>*]:border-line">
          {tokens.map((token) => (
            <tr key={token.id}>
              <th scope="row" className={`${cell} mono pl-3.5 text-left font-normal`}>
                …{token.lastFour}
              </th>
              <td className={cell}>{tokenScopes(token.scopes)}</td>
              <td className={cell}>
                <Time at={token.createdAt.toISOString()} />
                <span className="text-ink-2 max-narrow:hidden">
                  {token.createdBy ? ` by ${token.createdBy}` : ' at start'}
                </span>
              </td>
              {slug && (
                <td className={cell}>
                  {token.expiresAt ? (
                    <Time at={token.expiresAt.toISOString()} />
                  ) : (
                    <span className="text-ink-2">Never</span>
                  )}
                </td>
              )}
              <td className={cell}>
                {token.lastUsedAt ? (
                  <>
                    <Time at={token.lastUsedAt.toISOString()} />
                    {token.lastUsedAddress && (
                      <span className="text-ink-2 max-narrow:hidden"> from {token.lastUsedAddress}</span>
                    )}
                  </>
                ) : (
                  <span className="text-ink-2">Never</span>
                )}
              </td>
              <td className={`${cell} ${slug ? 'pr-1.5 text-right' : ''}`}>
                {slug ? <RevokeToken slug={slug} id={token.id} lastFour={token.lastFour} /> : <Ended token={token} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Ended = ({ token }: { token: TokenInfo }) => {
  const at = token.revokedAt ?? token.expiresAt
  return at && <Time at={at.toISOString()} />
}
