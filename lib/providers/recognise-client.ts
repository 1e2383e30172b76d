/** What a call shows of the program behind it. */
export interface CallSigns {
  userAgent?: string
  /** The header ADSCIMVersion, which Entra ID sends. */
  adScimVersion?: string
  /** The URL's query, raw. */
  query?: string
}

const KNOWN: [RegExp, string][] = [
  [/okta/i, 'okta'],
  [/entra|azure|microsoft|msft/i, 'entra'],
  [/jumpcloud/i, 'jumpcloud'],
  [/onelogin/i, 'onelogin'],
  [/ping(?:federate|one|identity)/i, 'ping'],
  [/sailpoint/i, 'sailpoint'],
  [/google/i, 'google'],
  [/keycloak/i, 'keycloak'],
  [/authentik/i, 'authentik'],
  [/cyberark|idaptive/i, 'cyberark'],
  [/rippling/i, 'rippling'],
]

/** The identity provider that a call's headers give away, if one does. */
export function recogniseClient({ userAgent, adScimVersion, query }: CallSigns): string | undefined {
  const known = userAgent && KNOWN.find(([sign]) => sign.test(userAgent))
  if (known) return known[1]
  // Entra sends no User-Agent to rely on; its flag for the newer dialect may be appended to any request.
  if (adScimVersion !== undefined || (query && /aadoptscim062020|azureadscimpatch2017/i.test(query))) return 'entra'
  return undefined
}

/** A call's client in the log: the provider that is recognised, else the first product of User-Agent (`curl`). */
export const clientName = (signs: CallSigns): string | undefined =>
  recogniseClient(signs) ?? signs.userAgent?.match(/^[\w.+-]{1,60}/)?.[0]
