import { empty, exactly, including, text, without } from '../match'
import { percentFilter } from '../query'
import type { Step, Trace, Values } from '../trace'
import { GROUP, PATCH_OP } from '../urns'
import { oktaClient } from './profile'
import { oktaGroup, oktaPatch, oktaUser } from './users'

const patch = (
  v: Values,
  ...Operations: { op: string; path: string; value?: { value: string; display: string }[] }[]
) => ({
  method: 'PATCH',
  path: `/Groups/${v('group')}`,
  body: { schemas: [PATCH_OP], Operations },
})
const member = (v: Values, name: string) => ({ value: v(name), display: `${name}.${v('run')}@x.example` })
const read = (v: Values) => ({ method: 'GET', path: `/Groups/${v('group')}` })
const done = { status: [200, 204] }

const userStep = (name: string): Step => ({
  name: `1.1.h 0 the user ${name} is assigned`,
  request: (v) => ({
    method: 'POST',
    path: '/Users',
    body: oktaUser({
      userName: `${name}.${v('run')}@x.example`,
      givenName: name,
      familyName: 'Push',
      externalId: `00g${v('run')}${name}`,
    }),
  }),
  expect: { status: 201 },
  keep: { [name]: 'id' },
})
const users = [userStep('ann'), userStep('bo'), userStep('cy')]

/** Group push as an app of the Integration Network sends it: PATCH. */
export const oktaGroupPushTrace: Trace = {
  title: 'Okta group push, app from the Integration Network',
  source: 'okta/okta-developer-docs reference/scim; okta-scim-test-plan-v2.xlsx; SCIM-SDK#757',
  client: oktaClient,
  values: (run) => ({ run, name: `Eng ${run}` }),
  steps: [
    ...users,
    {
      name: '1.1.h 1 looks the group up by name',
      request: (v) => ({
        method: 'GET',
        path: `/Groups?${percentFilter(`displayName eq "${v('name')}"`)}&startIndex=1&count=100`,
      }),
      expect: { status: 200, body: { totalResults: 0 } },
    },
    {
      name: '1.1.h 2 creates the group without members',
      request: (v) => ({ method: 'POST', path: '/Groups', body: oktaGroup(v('name')) }),
      expect: (v) => ({
        status: 201,
        body: { id: text, displayName: v('name'), schemas: including(GROUP), members: empty },
      }),
      keep: { group: 'id' },
    },
    {
      name: '1.1.h 3 reads the group',
      request: read,
      expect: (v) => ({ status: 200, body: { id: v('group'), displayName: v('name') } }),
    },
    {
      name: '1.1.h 4 renames it to its own name, with its id in the value',
      request: (v) => ({
        method: 'PATCH',
        path: `/Groups/${v('group')}`,
        body: oktaPatch({ id: v('group'), displayName: v('name') }),
      }),
      expect: done,
    },
    {
      name: '1.1.h 5 removes a user who is no member and adds another',
      request: (v) =>
        patch(
          v,
          { op: 'remove', path: `members[value eq "${v('bo')}"]` },
          { op: 'add', path: 'members', value: [member(v, 'ann')] },
        ),
      expect: done,
    },
    {
      name: '1.1.h 5 the member is in',
      request: read,
      expect: (v) => ({ status: 200, body: { members: exactly({ value: v('ann') }) } }),
    },
    {
      name: '1.1.h 6 pushes the whole membership',
      request: (v) => patch(v, { op: 'replace', path: 'members', value: [member(v, 'bo'), member(v, 'cy')] }),
      expect: done,
    },
    {
      name: '1.1.h 6 exactly those are in',
      request: read,
      expect: (v) => ({ status: 200, body: { members: exactly({ value: v('bo') }, { value: v('cy') }) } }),
    },
    {
      name: '1.1.h 6 pushes an empty membership',
      request: (v) => patch(v, { op: 'replace', path: 'members', value: [] }),
      expect: done,
    },
    { name: '1.1.h 6 nobody is in', request: read, expect: { status: 200, body: { members: empty } } },
    {
      name: '1.1.h 9 somebody is in before Okta links to the group',
      request: (v) => patch(v, { op: 'add', path: 'members', value: [member(v, 'cy')] }),
      expect: done,
    },
    {
      name: '1.1.h 9 links to the group that it finds',
      request: (v) => ({
        method: 'GET',
        path: `/Groups?${percentFilter(`displayName eq "${v('name')}"`)}&startIndex=1&count=100`,
      }),
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: [{ id: v('group') }] } }),
    },
    {
      name: '1.1.h 9 adds its own members, and those who were in stay',
      request: (v) => patch(v, { op: 'add', path: 'members', value: [member(v, 'ann'), member(v, 'bo')] }),
      expect: done,
    },
    {
      name: '1.1.h 9 all three are in',
      request: read,
      expect: (v) => ({
        status: 200,
        body: { members: exactly({ value: v('ann') }, { value: v('bo') }, { value: v('cy') }) },
      }),
    },
    {
      name: '1.1.h 8 unlinks and deletes the group',
      request: (v) => ({ method: 'DELETE', path: `/Groups/${v('group')}` }),
      expect: { status: 204 },
    },
    { name: '1.1.h 8 the group is gone', request: read, expect: { status: 404 } },
    {
      name: '1.1.h 8 its users stay, without the group',
      request: (v) => ({ method: 'GET', path: `/Users/${v('ann')}` }),
      expect: (v) => ({ status: 200, body: { active: true, groups: without({ value: v('group') }) } }),
    },
  ],
}

/** Group push as an app of the App Integration Wizard sends it: PUT. */
export const oktaWizardGroupPushTrace: Trace = {
  title: 'Okta group push, app from the App Integration Wizard',
  source: 'okta/okta-developer-docs reference/scim',
  client: oktaClient,
  values: (run) => ({ run: `aiw${run}`, name: `Design ${run}` }),
  steps: [
    ...users,
    {
      name: '1.1.h 2 creates the group (wizard app)',
      request: (v) => ({ method: 'POST', path: '/Groups', body: oktaGroup(v('name')) }),
      expect: { status: 201 },
      keep: { group: 'id' },
    },
    ...[['ann', 'bo'], ['cy']].map((names): Step => ({
      name: `1.1.h 7 puts the group with ${names.join(' and ')}`,
      request: (v) => ({
        method: 'PUT',
        path: `/Groups/${v('group')}`,
        body: { schemas: [GROUP], displayName: v('name'), members: names.map((name) => member(v, name)) },
      }),
      expect: (v) => ({ status: 200, body: { members: exactly(...names.map((name) => ({ value: v(name) }))) } }),
    })),
    {
      name: '1.1.h 7 exactly the last ones are in',
      request: read,
      expect: (v) => ({ status: 200, body: { displayName: v('name'), members: exactly({ value: v('cy') }) } }),
    },
  ],
}
