import { describe, expect, test } from 'vitest'
import { annWithEmails } from '@/lib/testing/patching'
import type { JsonObject } from './json'
import { patchGroup } from './patch/patch-group'
import { patchUser } from './patch/patch-user'
import { readPatch } from './patch/read-patch'
import { readGroup } from './resource/read-group'
import { readUser } from './resource/read-user'
import { renderUser } from './resource/render-user'
import { createRegistry } from './schema/registry'
import { ENTERPRISE_URN, GROUP_URN, PATCH_OP_URN, USER_URN } from './schema/urns'

// What the RFCs show needs no leniency, so it is read under Strict.
const registry = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })
const BASE = 'https://example.com/v2'
const MANAGER = '26118915-6090-4610-87e4-49d8ca9f808d'

/** Every attribute of RFC 7643 §8.3, with values of our own. */
const everything: JsonObject = {
  schemas: [USER_URN, ENTERPRISE_URN],
  id: '2819c223-7f76-453a-919d-413861904646',
  externalId: '701984',
  userName: 'mara@example.com',
  name: {
    formatted: 'Dr. Mara Jane Lind III',
    familyName: 'Lind',
    givenName: 'Mara',
    middleName: 'Jane',
    honorificPrefix: 'Dr.',
    honorificSuffix: 'III',
  },
  displayName: 'Mara Lind',
  nickName: 'M',
  profileUrl: 'https://login.example.com/mara',
  title: 'Tour Guide',
  userType: 'Employee',
  preferredLanguage: 'en-US',
  locale: 'en-US',
  timezone: 'America/Los_Angeles',
  active: true,
  emails: [
    { value: 'mara@example.com', type: 'work', primary: true },
    { value: 'mara@lind.example', type: 'home' },
  ],
  phoneNumbers: [
    { value: '555-555-5555', type: 'work' },
    { value: '555-555-4444', type: 'mobile' },
  ],
  ims: [{ value: 'mara', type: 'aim' }],
  photos: [
    { value: 'https://photos.example.com/F', type: 'photo' },
    { value: 'https://photos.example.com/T', type: 'thumbnail' },
  ],
  addresses: [
    {
      formatted: '1 Main Street\nRome',
      streetAddress: '1 Main Street',
      locality: 'Rome',
      region: 'RM',
      postalCode: '00100',
      country: 'IT',
      type: 'work',
      primary: true,
    },
    { locality: 'Milan', country: 'IT', type: 'home' },
  ],
  entitlements: [{ value: 'printing' }],
  roles: [{ value: 'guide', display: 'Guide' }],
  x509Certificates: [{ value: 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAw' }],
  groups: [{ value: 'e9e30dba', $ref: `${BASE}/Groups/e9e30dba`, display: 'Tour Guides', type: 'direct' }],
  [ENTERPRISE_URN]: {
    employeeNumber: '701984',
    costCenter: '4130',
    organization: 'Studios',
    division: 'Park',
    department: 'Tours',
    manager: { value: MANAGER, $ref: `${BASE}/Users/${MANAGER}` },
  },
  meta: {
    resourceType: 'User',
    created: '2026-01-23T04:56:22.000Z',
    lastModified: '2026-05-13T04:42:34.000Z',
    location: `${BASE}/Users/2819c223-7f76-453a-919d-413861904646`,
    version: 'W/"7"',
  },
}

test('RFC 7643 §8.2 and §8.3: a full user is answered as it was sent, in the same order, without the password', () => {
  const { document, activeSent, notes } = readUser(registry, { ...everything, password: 't1meMa$heen' })
  expect({ activeSent, notes }).toEqual({ activeSent: true, notes: [] })
  const rendered = renderUser(
    registry,
    {
      id: '2819c223-7f76-453a-919d-413861904646',
      document,
      created: new Date('2026-01-23T04:56:22Z'),
      lastModified: new Date('2026-05-13T04:42:34Z'),
      version: 'W/"7"',
      groups: [{ value: 'e9e30dba', display: 'Tour Guides', type: 'direct' }],
    },
    BASE,
  )
  expect(rendered).toEqual(everything)
  expect(Object.keys(rendered).slice(0, 4)).toEqual(['schemas', 'id', 'externalId', 'userName'])
})

test('RFC 7643 §8.4: a group', () => {
  const body = {
    schemas: [GROUP_URN],
    id: 'e9e30dba',
    displayName: 'Tour Guides',
    members: [
      { value: 'u1', $ref: `${BASE}/Users/u1`, display: 'Mara' },
      { value: 'u2', $ref: `${BASE}/Users/u2`, display: 'Ola' },
    ],
    meta: { resourceType: 'Group' },
  }
  expect(readGroup(registry, body)).toEqual({
    document: { displayName: 'Tour Guides' },
    members: ['u1', 'u2'],
    notes: [],
  })
})

const operations = (...list: JsonObject[]) =>
  readPatch(registry, { schemas: [PATCH_OP_URN], Operations: list }).operations

describe('RFC 7644 §3.5.2 on a user', () => {
  const street: JsonObject = { type: 'work', streetAddress: 'old', locality: 'Rome' }
  test.each<[section: string, operation: JsonObject, changed: JsonObject]>([
    [
      '§3.5.2.1 add without path',
      { op: 'add', value: { emails: [{ value: 'n@x', type: 'other' }], nickName: 'N' } },
      { emails: [...(annWithEmails.emails as JsonObject[]), { value: 'n@x', type: 'other' }], nickName: 'N' },
    ],
    [
      '§3.5.2.2 remove by two conditions',
      { op: 'remove', path: 'emails[type eq "work" and value ew "x"]' },
      { emails: [{ type: 'home', value: 'h@x' }] },
    ],
    [
      '§3.5.2.3 replace a work address',
      { op: 'replace', path: 'addresses[type eq "work"]', value: { type: 'work', streetAddress: 'new' } },
      { addresses: [{ type: 'work', streetAddress: 'new' }] },
    ],
    [
      '§3.5.2.3 replace a street',
      { op: 'replace', path: 'addresses[type eq "work"].streetAddress', value: 'new' },
      { addresses: [{ ...street, streetAddress: 'new' }] },
    ],
    [
      '§3.5.2.3 replace all e-mails',
      { op: 'replace', value: { emails: [{ value: 'n@x', type: 'work', primary: true }], nickName: 'N' } },
      { emails: [{ value: 'n@x', type: 'work', primary: true }], nickName: 'N' },
    ],
  ])('%s', (_section, operation, changed) => {
    const before = { ...annWithEmails, addresses: [street] }
    expect(patchUser(registry, before, operations(operation)).document).toEqual({ ...before, ...changed })
  })
})

describe('RFC 7644 §3.5.2 on a group', () => {
  test.each<[section: string, list: JsonObject[], plan: unknown]>([
    [
      '§3.5.2.1 add members',
      [{ op: 'add', path: 'members', value: [{ display: 'M', $ref: `${BASE}/Users/u1`, value: 'u1' }] }],
      { clear: false, add: ['u1'], remove: [] },
    ],
    [
      '§3.5.2.2 remove one',
      [{ op: 'remove', path: 'members[value eq "u1"]' }],
      { clear: false, add: [], remove: ['u1'] },
    ],
    ['§3.5.2.2 remove all', [{ op: 'remove', path: 'members' }], { clear: true, add: [], remove: [] }],
    [
      '§3.5.2.2 one goes, one comes',
      [
        { op: 'remove', path: 'members[value eq "u1"]' },
        { op: 'add', path: 'members', value: [{ value: 'u2' }] },
      ],
      { clear: false, add: ['u2'], remove: ['u1'] },
    ],
    [
      '§3.5.2.3 replace all',
      [{ op: 'replace', path: 'members', value: [{ value: 'u1' }, { value: 'u2' }] }],
      { clear: true, add: ['u1', 'u2'], remove: [] },
    ],
  ])('%s', (_section, list, plan) => {
    expect(patchGroup(registry, { displayName: 'G' }, operations(...list))).toEqual({
      document: { displayName: 'G' },
      changed: false,
      members: plan,
      notes: [],
    })
  })
})
