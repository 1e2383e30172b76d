import type { ClientProfile } from '../http'
import { atLeast, exactly, text } from '../match'
import type { Trace, Values } from '../trace'
import { percentFilter } from '../query'
import { ENTERPRISE, GROUP, PATCH_OP, USER } from '../urns'

// User-Agent and Accept are recorded nowhere public.
const pingOne: ClientProfile = { name: 'PingOne', reads: {}, writes: { 'content-type': 'application/scim+json' } }

const userName = (v: Values) => `p1.${v('run')}@x.example`
/** One address of mail is given out as two, each of them primary. */
const user = (v: Values, familyName: string, active: boolean) => ({
  schemas: [USER, ENTERPRISE],
  userName: userName(v),
  name: { givenName: 'Pim', familyName },
  emails: ['work', 'home'].map((type) => ({ type, value: userName(v), primary: true })),
  active,
  [ENTERPRISE]: { department: 'Tests' },
})
const looksUp = (filter: (name: string) => string) => (v: Values) => ({
  method: 'GET',
  path: `/Users?${percentFilter(filter(userName(v)))}`,
})
const byName = looksUp((name) => `userName Eq "${name}"`)
const found = (v: Values) => ({ status: 200, body: { Resources: exactly({ id: v('user') }) } })

/**
 * PingOne: follows its documentation, no call of it is recorded anywhere public. Users are replaced whole, groups are
 * matched by name, and their members merged or overwritten.
 */
export const pingOneTrace: Trace = {
  title: 'PingOne',
  source:
    'docs.pingidentity.com: SCIM filter expressions (an operator as Eq), PingFederate’s settings (emails eq), provisioning limitations (no PATCH of users, ' +
    'two primary addresses), creating a SCIM connection, configuring outbound group provisioning; bodies are ours',
  client: pingOne,
  values: (run) => ({ run }),
  steps: [
    {
      name: 'looks the user up, the operator with a capital',
      request: byName,
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: 'creates the user, with two primary addresses',
      request: (v) => ({ method: 'POST', path: '/Users', body: user(v, 'One', true) }),
      expect: { status: 201, body: { id: text, active: true } },
      keep: { user: 'id' },
    },
    { name: 'finds the user by its name', request: byName, expect: found },
    {
      name: 'or by its address, without a sub-attribute',
      request: looksUp((address) => `emails eq "${address}"`),
      expect: found,
    },
    {
      name: 'replaces the user',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('user')}`, body: user(v, 'Two', true) }),
      expect: { status: 200, body: { name: { familyName: 'Two' } } },
    },
    {
      name: 'reads the groups',
      request: () => ({ method: 'GET', path: '/Groups' }),
      expect: { status: 200, body: { totalResults: atLeast(0) } },
    },
    {
      name: 'creates the group',
      request: (v) => ({
        method: 'POST',
        path: '/Groups',
        body: { schemas: [GROUP], displayName: `PingOne ${v('run')}` },
      }),
      expect: { status: 201, body: { id: text } },
      keep: { group: 'id' },
    },
    {
      name: 'merges the members',
      request: (v) => ({
        method: 'PATCH',
        path: `/Groups/${v('group')}`,
        body: { schemas: [PATCH_OP], Operations: [{ op: 'add', path: 'members', value: [{ value: v('user') }] }] },
      }),
      expect: { status: [200, 204] },
    },
    {
      name: 'or overwrites them',
      request: (v) => ({
        method: 'PUT',
        path: `/Groups/${v('group')}`,
        body: { schemas: [GROUP], displayName: `PingOne ${v('run')}`, members: [{ value: v('user') }] },
      }),
      expect: (v) => ({ status: 200, body: { members: exactly({ value: v('user') }) } }),
    },
    {
      name: 'disables the user',
      request: (v) => ({ method: 'PUT', path: `/Users/${v('user')}`, body: user(v, 'Two', false) }),
      expect: { status: 200, body: { active: false } },
    },
    {
      name: 'or deletes it',
      request: (v) => ({ method: 'DELETE', path: `/Users/${v('user')}` }),
      expect: { status: 204 },
    },
  ],
}
