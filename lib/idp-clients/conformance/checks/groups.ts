import { exactly, including, none, text } from '../../match'
import { groups, members, offers } from '../needs'
import { must, should, type Section } from '../section'
import { findAttribute } from '../attribute'
import type { Talk } from '../talk'
import { becomes } from './patching'

const patching = [members, offers('patch')]

async function groupOf(t: Talk, count: number) {
  const users = []
  for (let index = 0; index < 2; index++) users.push(await t.user())
  const [ann, bo] = users as [Awaited<ReturnType<Talk['user']>>, Awaited<ReturnType<Talk['user']>>]
  const group = await t.group({ members: users.slice(0, count).map(({ id }) => ({ value: id })) })
  return { ann, bo, group, path: t.atGroup(group) }
}
const holds = (...who: { id: string }[]) => ({
  members: who.length === 0 ? none : exactly(...who.map(({ id }) => ({ value: id }))),
})

export const groupChecks: Section = {
  title: 'Groups and members',
  checks: [
    must(
      'group.create',
      '7644 §3.3',
      'a group is created with 201 and its resource type',
      '“an HTTP response SHALL be returned with HTTP status code 201”; §3.3.1: “"/Groups" will set "resourceType" to "Group"”',
      [groups],
      async (t) => {
        const made = await t.group()
        await t.get(t.atGroup(made), {
          status: 200,
          body: { id: made.id, displayName: text, meta: { resourceType: t.server.group!.name } },
        })
      },
    ),
    must(
      'group.create.members',
      '7643 §4.2',
      'members that are sent with it are in it',
      'members: “A list of members of the Group.”',
      [members],
      async (t) => {
        const { path, ann, bo } = await groupOf(t, 2)
        await t.get(path, { status: 200, body: holds(ann, bo) })
      },
    ),
    should(
      'group.of-user',
      '7643 §4.1.2',
      'a user’s groups tell of it',
      'groups: “A list of groups to which the user belongs, either through direct membership, through nested groups, or dynamically calculated.”',
      [members, ({ user }) => (findAttribute(user.attributes, 'groups') ? undefined : 'not in the schema: groups')],
      async (t) => {
        const { ann, group } = await groupOf(t, 1)
        await t.get(t.at(ann), { status: 200, body: { groups: including({ value: group.id }) } })
      },
    ),
    must(
      'group.add-member',
      '7644 §3.5.2.1',
      'add puts a member into it',
      '“If the target location specifies a multi-valued attribute, a new value is added to the attribute.”',
      patching,
      async (t) => {
        const { path, ann, bo } = await groupOf(t, 1)
        await becomes(t, path, [{ op: 'add', path: 'members', value: [{ value: bo.id }] }], holds(ann, bo))
      },
    ),
    should(
      'group.add-member-again',
      '7644 §3.5.2.1',
      'a member is in it once',
      '“If the user was already a member of this group, no changes should be made to the resource, and a success response should be returned.”',
      patching,
      async (t) => {
        const { path, ann } = await groupOf(t, 1)
        await becomes(t, path, [{ op: 'add', path: 'members', value: [{ value: ann.id }] }], holds(ann))
      },
    ),
    must(
      'group.remove-member',
      '7644 §3.5.2.2',
      'remove with a filter takes that member out',
      '“comparing a "value", the values matched by the filter are removed”; "path":"members[value eq \\"2819c223-…\\"]"',
      patching,
      async (t) => {
        const { path, ann, bo } = await groupOf(t, 2)
        await becomes(t, path, [{ op: 'remove', path: `members[value eq "${bo.id}"]` }], holds(ann))
      },
    ),
    should(
      'group.remove-stranger',
      '7644 §3.5.2.2',
      'removing who is not in it succeeds',
      '“If the user was not a member of this group, no changes should be made to the resource, and a success response should be returned.”',
      patching,
      async (t) => {
        const { path, ann, bo } = await groupOf(t, 1)
        await becomes(t, path, [{ op: 'remove', path: `members[value eq "${bo.id}"]` }], holds(ann))
      },
    ),
    must(
      'group.remove-all',
      '7644 §3.5.2.2',
      'remove of members empties it',
      '“Remove all members of a group”: "op":"remove","path":"members"',
      patching,
      async (t) => {
        const { path } = await groupOf(t, 2)
        await becomes(t, path, [{ op: 'remove', path: 'members' }], holds())
      },
    ),
    must(
      'group.replace-members',
      '7644 §3.5.2.3',
      'replace of members leaves the new ones alone',
      '“If the target location is a multi-valued attribute and no filter is specified, the attribute and all values are replaced.”',
      patching,
      async (t) => {
        const { path, bo } = await groupOf(t, 1)
        await becomes(t, path, [{ op: 'replace', path: 'members', value: [{ value: bo.id }] }], holds(bo))
      },
    ),
    must(
      'group.remove-and-add',
      '7644 §3.5.2.2',
      'one member goes and another comes in one request',
      'Example request to remove and add a member',
      patching,
      async (t) => {
        const { path, ann, bo } = await groupOf(t, 1)
        await becomes(
          t,
          path,
          [
            { op: 'remove', path: `members[value eq "${ann.id}"]` },
            { op: 'add', path: 'members', value: [{ value: bo.id }] },
          ],
          holds(bo),
        )
      },
    ),
    must(
      'group.rename',
      '7644 §3.5.2.3',
      'replace of displayName leaves the members',
      '“If the target location is a single-value attribute, the attributes value is replaced.”',
      patching,
      async (t) => {
        const { path, ann } = await groupOf(t, 1)
        const displayName = `Renamed ${t.unique()}`
        await becomes(t, path, [{ op: 'replace', path: 'displayName', value: displayName }], {
          displayName,
          ...holds(ann),
        })
      },
    ),
    must(
      'group.put',
      '7644 §3.5.1',
      'PUT replaces its members',
      '“Any values provided SHALL replace the existing attribute values.”',
      [members],
      async (t) => {
        const { path, bo } = await groupOf(t, 1)
        const now = await t.read(path)
        await t.ask({ method: 'PUT', path, body: { ...now, members: [{ value: bo.id }] } }, { status: [200, 204] })
        await t.get(path, { status: 200, body: holds(bo) })
      },
    ),
    must(
      'group.find-by-member',
      '7644 §3.4.2.2',
      'groups are found by a member',
      '“the filter matches if any of the values of the specified attribute match the specified criterion”',
      [members, offers('filter')],
      async (t) => {
        const { ann, group } = await groupOf(t, 1)
        const { exchange, rows } = await t.find(t.server.group!.endpoint, `members.value eq "${ann.id}"`)
        if (rows.length !== 1 || rows[0]!['id'] !== group.id) t.hold(exchange, `to find the group ${group.id} alone`)
      },
    ),
    must(
      'group.without-members',
      '7644 §3.9',
      'excludedAttributes=members leaves them out',
      '“the default set of attributes minus those attributes listed in "excludedAttributes" is returned”',
      [members],
      async (t) => {
        const { path } = await groupOf(t, 2)
        await t.get(`${path}?excludedAttributes=members`, { status: 200, body: { displayName: text, members: none } })
      },
    ),
    must(
      'group.delete',
      '7644 §3.6',
      'it is deleted with 204, and its members stay',
      '“the server SHALL return a successful HTTP status code 204 (No Content)”',
      [groups],
      async (t) => {
        const { path, ann } = await groupOf(t, 1)
        await t.ask({ method: 'DELETE', path }, { status: 204 })
        await t.get(path, { status: 404 })
        await t.get(t.at(ann), { status: 200 })
      },
    ),
  ],
}
