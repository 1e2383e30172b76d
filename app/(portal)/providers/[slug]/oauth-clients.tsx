import { HelpLink } from '@/components/help/help-link'
import { CopyButton } from '@/components/ui/copy-button'
import { Time } from '@/components/ui/time'
import type { ClientInfo } from '@/lib/providers/oauth/client-info'
import { actionsColumn, CredentialTable, Ended, LastUsed, Made, NoneWorks, cell } from './credential-table'
import { NewClient } from './new-client'
import { RevokeClient } from './revoke-client'
import { tokenScopes } from './scope-words'
import { Section } from './section'

interface Props {
  slug: string
  name: string
  tokenUrl: string
  clients: ClientInfo[]
}

/** A provider's OAuth clients, for identity providers that ask for a token by themselves instead of keeping one. */
export function OauthClients({ slug, name, tokenUrl, clients }: Props) {
  const working = clients.filter(({ revokedAt }) => !revokedAt)
  const ended = clients.filter(({ revokedAt }) => revokedAt)
  return (
    <Section
      title="OAuth clients"
      purpose={
        <>
          In place of a token, for what speaks OAuth 2.0 client credentials.{' '}
          <HelpLink article="oauth-clients">How to connect one, and to replace its secret</HelpLink>
        </>
      }
    >
      <NewClient slug={slug} name={name} tokenUrl={tokenUrl} />
      {working.length === 0 ? (
        <NoneWorks>No client. Okta and Microsoft Entra ID do well with a token.</NoneWorks>
      ) : (
        <List caption="OAuth clients that work" clients={working} slug={slug} />
      )}
      {ended.length > 0 && (
        <Ended summary={`${ended.length} revoked ${ended.length === 1 ? 'client' : 'clients'}`}>
          <List caption="OAuth clients that no longer work" clients={ended} />
        </Ended>
      )}
    </Section>
  )
}

function List({ caption, clients, slug }: { caption: string; clients: ClientInfo[]; slug?: string }) {
  const columns: [string, ...string[]] = ['Client', 'Authentication', 'May', 'Added', 'Last used']
  return (
    <CredentialTable caption={caption} columns={[...columns, slug ? actionsColumn : 'Revoked']}>
      {clients.map((client) => (
        <tr key={client.id}>
          <th scope="row" className={`${cell} max-w-48 py-1.5 pl-3.5 text-left font-[540]`}>
            <span className="block truncate" title={client.name}>
              {client.name}
            </span>
            <span className="mono font-normal text-ink-2" title={client.id}>
              …{client.id.slice(-8)}
            </span>
            <CopyButton what={`client ID of ${client.name}`} text={client.id} className="ml-1 align-middle" />
          </th>
          <td className={cell}>{authenticationOf(client)}</td>
          <td className={cell}>{tokenScopes(client.scopes)}</td>
          <Made {...client} />
          <LastUsed at={client.lastUsedAt} from={client.lastUsedAddress} />
          <td className={`${cell} ${slug ? 'pr-1.5 text-right' : ''}`}>
            {slug ? (
              <RevokeClient slug={slug} id={client.id} name={client.name} />
            ) : (
              client.revokedAt && <Time at={client.revokedAt.toISOString()} />
            )}
          </td>
        </tr>
      ))}
    </CredentialTable>
  )
}

const authenticationOf = ({ hasSecret, hasKeys }: ClientInfo) =>
  [hasSecret && 'Secret', hasKeys && 'Private key'].filter(Boolean).join(' or ')
