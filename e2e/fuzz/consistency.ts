import { isDeepStrictEqual } from 'node:util'
import { type JsonObject, resourcesOf, valueAt } from '@/lib/idp-clients/json'
import { type Ask, type Endpoint, asker } from './ask'
import { membershipFaults } from './memberships'
import { walk } from './walk'

const AT_ONCE = 4

/** What a check of the whole directory found, with how much it has looked at. */
export interface Checked {
  users: number
  groups: number
  faults: string[]
}

/** Checks over HTTP that the directory agrees with itself: lists, single reads, filters, names, members, versions. */
export async function checkDirectory(endpoint: Endpoint): Promise<Checked> {
  const askers = Array.from({ length: AT_ONCE }, () => asker(endpoint))
  try {
    const users = await walk(askers[0]!.ask, '/Users')
    const groups = await walk(askers[0]!.ask, '/Groups')
    const faults = [
      ...users.faults,
      ...groups.faults,
      ...sameNames(users.resources, 'userName'),
      ...sameNames(groups.resources, 'displayName'),
      ...[...users.resources, ...groups.resources].flatMap(metaFaults),
      ...membershipFaults(users.resources, groups.resources),
    ]
    const left = [
      ...users.resources.map((user) => (ask: Ask) => singleFaults(ask, '/Users', user, 'userName')),
      ...groups.resources.map((group) => (ask: Ask) => singleFaults(ask, '/Groups', group, 'displayName')),
    ]
    const check = async ({ ask }: { ask: Ask }) => {
      for (let next = left.pop(); next; next = left.pop()) faults.push(...(await next(ask)))
    }
    await Promise.all(askers.map(check))
    return { users: users.resources.length, groups: groups.resources.length, faults }
  } finally {
    for (const { close } of askers) close()
  }
}

/** As the list has it, so a single read has it; and its name finds it alone. */
async function singleFaults(ask: Ask, endpoint: string, resource: JsonObject, name: string): Promise<string[]> {
  const id = String(resource['id'])
  const single = await ask('GET', `${endpoint}/${id}`)
  const filter = `${name} eq ${JSON.stringify(resource[name])}`
  const found = await ask('GET', `${endpoint}?filter=${encodeURIComponent(filter)}`)
  const ids = resourcesOf(found.body).map((each) => each['id'])
  return [
    ...(isDeepStrictEqual(single.body, resource)
      ? []
      : [`${endpoint}/${id} is not as the list has it: ${JSON.stringify(single.body)}`]),
    ...(ids.length === 1 && ids[0] === id ? [] : [`${filter} finds ${JSON.stringify(ids)}, not ${id}`]),
  ]
}

const folded = (name: unknown) => String(name).normalize('NFC').toLowerCase().normalize('NFC').trim()

function sameNames(resources: JsonObject[], name: string): string[] {
  const seen = new Set<string>()
  return resources.flatMap((resource) => {
    const key = folded(resource[name])
    if (seen.has(key)) return [`two resources have the ${name} ${JSON.stringify(resource[name])}`]
    seen.add(key)
    return []
  })
}

function metaFaults(resource: JsonObject): string[] {
  const at = (path: string) => String(valueAt(resource, `meta.${path}`))
  const [created, modified] = [Date.parse(at('created')), Date.parse(at('lastModified'))]
  const sane = created <= modified && modified <= Date.now() + 5_000 && created > Date.parse('2020-01-01')
  return [
    ...(sane ? [] : [`${resource['id']}: created ${at('created')}, lastModified ${at('lastModified')}`]),
    ...(/^W\/"[\w-]+"$/.test(at('version')) ? [] : [`${resource['id']}: version ${at('version')}`]),
    ...(at('location').endsWith(`/${resource['id']}`) ? [] : [`${resource['id']}: location ${at('location')}`]),
  ]
}
