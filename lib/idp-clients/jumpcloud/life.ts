import type { ClientProfile } from '../http'
import type { Json } from '../json'
import { atLeast, empty, exactly, number, text } from '../match'
import { percentFilter } from '../query'
import type { Step, Trace, Values } from '../trace'
import { GROUP, PATCH_OP, USER } from '../urns'

const headers = { 'user-agent': 'JumpCloud', accept: 'application/scim+json' }
const jumpCloud: ClientProfile = {
  name: 'JumpCloud',
  reads: headers,
  writes: { ...headers, 'content-type': 'application/scim+json' },
}

const patch = (path: string, ...Operations: Json[]) => ({
  method: 'PATCH',
  path,
  body: { schemas: [PATCH_OP], Operations },
})
const readable = (name: string, path: string): Step => ({
  name,
  request: () => ({ method: 'GET', path }),
  expect: { status: 200, body: { totalResults: atLeast(0), itemsPerPage: number } },
})
const userName = (v: Values) => `jc.${v('run')}@x.example`
const members = (name: string, held: boolean): Step => ({
  name,
  request: (v) => ({ method: 'GET', path: `/Groups/${v('group')}` }),
  expect: (v) => ({ status: 200, body: { members: held ? exactly({ value: v('user') }) : empty } }),
})

/** A JumpCloud user's life: one operation for each attribute, members removed by value. */
export const jumpCloudTrace: Trace = {
  title: 'JumpCloud',
  source: 'Rust crate scim_v2, provider fixtures jumpcloud_*.json; Cloudflare documentation',
  client: jumpCloud,
  values: (run) => ({ run }),
  steps: [
    readable('1.4 1 activates: users can be read', '/Users'),
    readable('1.4 1 activates: groups can be read', '/Groups'),
    {
      name: '1.4 2 looks the user up',
      request: (v) => ({ method: 'GET', path: `/Users?${percentFilter(`userName eq "${userName(v)}"`)}` }),
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: '1.4 3 creates the user',
      request: (v) => ({
        method: 'POST',
        path: '/Users',
        body: {
          schemas: [USER],
          userName: userName(v),
          externalId: `jc-${v('run')}`,
          name: { givenName: 'Jo', familyName: 'Cloud' },
          emails: [{ type: 'work', value: userName(v), primary: true }],
          active: true,
        },
      }),
      expect: { status: 201, body: { id: text, active: true } },
      keep: { user: 'id' },
    },
    {
      name: '1.4 4 changes one attribute with each operation',
      request: (v) =>
        patch(
          `/Users/${v('user')}`,
          { op: 'replace', path: 'name.givenName', value: 'Joan' },
          { op: 'replace', path: 'name.familyName', value: 'Sky' },
          { op: 'replace', path: 'active', value: false },
        ),
      expect: { status: [200, 204], body: { name: { givenName: 'Joan', familyName: 'Sky' }, active: false } },
    },
    {
      name: '1.4 5 the group is there',
      request: (v) => ({
        method: 'POST',
        path: '/Groups',
        body: { schemas: [GROUP], displayName: `JumpCloud ${v('run')}` },
      }),
      expect: { status: 201 },
      keep: { group: 'id' },
    },
    {
      name: '1.4 5 adds a member',
      request: (v) => patch(`/Groups/${v('group')}`, { op: 'add', path: 'members', value: [{ value: v('user') }] }),
      expect: { status: [200, 204] },
    },
    members('1.4 5 the member is in', true),
    {
      name: '1.4 6 removes the member by value',
      request: (v) => patch(`/Groups/${v('group')}`, { op: 'remove', path: 'members', value: [{ value: v('user') }] }),
      expect: { status: [200, 204] },
    },
    members('1.4 6 the member is out', false),
  ],
}
