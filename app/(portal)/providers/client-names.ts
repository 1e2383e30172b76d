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
