import { expect, test } from 'vitest'
import { op, patchAnn } from '@/lib/testing/patching'
import { ENTERPRISE_URN as ENT } from '../schema/urns'

test("the validator's verbose request: 36 operations on a bare user", () => {
  const parts = (attribute: string, names: string[]) => names.map((name) => `${attribute}${name}`)
  const paths = [
    'displayName',
    'title',
    'emails[type eq "work"].value',
    'preferredLanguage',
    ...parts('name.', ['givenName', 'familyName', 'formatted', 'middleName', 'honorificPrefix', 'honorificSuffix']),
    ...parts('addresses[type eq "work"].', [
      'formatted',
      'streetAddress',
      'locality',
      'region',
      'postalCode',
      'country',
    ]),
    'phoneNumbers[type eq "work"].value',
    'phoneNumbers[type eq "mobile"].value',
    'phoneNumbers[type eq "fax"].value',
    ...parts(`${ENT}:`, ['employeeNumber', 'department', 'costCenter', 'organization', 'division']),
    ...parts('roles[primary eq "True"].', ['display', 'value', 'type']),
    'userType',
    'nickName',
    'locale',
    'timezone',
    'profileUrl',
  ]
  const flags = [
    'active',
    'emails[type eq "work"].primary',
    'addresses[type eq "work"].primary',
    'phoneNumbers[type eq "work"].primary',
  ]
  for (const name of ['replace', 'add']) {
    const operations = [
      ...paths.map((path) => op(name, path, `v ${path}`)),
      ...flags.map((path) => op(name, path, true)),
    ]
    expect(operations).toHaveLength(36)
    const { document } = patchAnn({ userName: 'u', active: true }, operations)
    expect(document).toEqual({
      userName: 'u',
      active: true,
      displayName: 'v displayName',
      title: 'v title',
      preferredLanguage: 'v preferredLanguage',
      emails: [{ type: 'work', value: 'v emails[type eq "work"].value', primary: true }],
      name: Object.fromEntries(
        ['givenName', 'familyName', 'formatted', 'middleName', 'honorificPrefix', 'honorificSuffix'].map((each) => [
          each,
          `v name.${each}`,
        ]),
      ),
      addresses: [
        expect.objectContaining({ type: 'work', primary: true, country: 'v addresses[type eq "work"].country' }),
      ],
      phoneNumbers: [
        { type: 'work', value: 'v phoneNumbers[type eq "work"].value', primary: true },
        { type: 'mobile', value: 'v phoneNumbers[type eq "mobile"].value' },
        { type: 'fax', value: 'v phoneNumbers[type eq "fax"].value' },
      ],
      [ENT]: expect.objectContaining({ employeeNumber: `v ${ENT}:employeeNumber`, division: `v ${ENT}:division` }),
      roles: [
        {
          primary: true,
          display: 'v roles[primary eq "True"].display',
          value: 'v roles[primary eq "True"].value',
          type: 'v roles[primary eq "True"].type',
        },
      ],
      userType: 'v userType',
      nickName: 'v nickName',
      locale: 'v locale',
      timezone: 'v timezone',
      profileUrl: 'v profileUrl',
    })
    expect(patchAnn(document, operations).changed).toBe(false)
  }
})
