/** An attribute that access policies can use, as the SCIM Attributes page names it. */
export interface PolicyAttribute {
  name: string
  /** The short path, as filters take it. */
  path: string
  /** What an admin must know beyond the schema's own description. */
  note?: string
}

/** The attributes that are supported in policy, in the order of the page. Everything else a provider sends is stored. */
export const policyAttributes: readonly PolicyAttribute[] = [
  {
    name: 'Active',
    path: 'active',
    note: "true gives the user access, false removes it (see the provider's deactivation setting).",
  },
  { name: 'Cost Center', path: 'costCenter' },
  { name: 'Department', path: 'department' },
  { name: 'Display Name', path: 'displayName' },
  { name: 'Division', path: 'division' },
  { name: 'Email', path: 'emails.value' },
  { name: 'First Name', path: 'name.givenName' },
  { name: 'Formatted Name', path: 'name.formatted' },
  { name: 'Last Name', path: 'name.familyName' },
  { name: 'id', path: 'id', note: 'Generated here when the user is created; the IdP keeps it.' },
  { name: 'Organization', path: 'organization' },
  { name: 'Title', path: 'title' },
  {
    name: 'Username',
    path: 'userName',
    note: 'Used to sign in: must match the SAML NameID. Expected form: user@domain.com.',
  },
  { name: 'UserType', path: 'userType' },
]
