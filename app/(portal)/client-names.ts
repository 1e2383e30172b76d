import { recogniseClient } from '@/lib/providers/recognise-client'

const names: Record<string, string> = {
  okta: 'Okta',
  entra: 'Microsoft Entra ID',
  jumpcloud: 'JumpCloud',
  onelogin: 'OneLogin',
  ping: 'Ping Identity',
  sailpoint: 'SailPoint',
  google: 'Google',
  keycloak: 'Keycloak',
  authentik: 'authentik',
  cyberark: 'CyberArk',
  rippling: 'Rippling',
}

/** The name of what lib/providers/recognise-client.ts saw in a provider's calls. */
export const clientTitle = (client: string) => names[client] ?? client

/** The client of a provider that has called; before that nothing shows which it will be, but its name may say so. */
export const likelyClient = ({ client, name, slug }: { client: string | null; name: string; slug: string }) =>
  client ?? recogniseClient({ userAgent: `${name} ${slug}` })
