import { entraPatch, entraUser } from '../entra/bodies'
import { oktaPatch, oktaUser } from '../okta/users'
import type { Connection } from './connection'
import type { Random } from './random'
import type { Account, Team } from './story'

export interface Scene {
  okta: Connection
  entra: Connection
  random: Random
  oktaAccounts: Account[]
  entraAccounts: Account[]
  oktaTeams: Team[]
  entraTeams: Team[]
}

/** What goes wrong in real directories, each with the answer that says why. */
export const mishaps: ((scene: Scene) => Promise<unknown>)[] = [
  // Somebody made a second account with the user name of a colleague.
  ({ okta, random, oktaAccounts }) => {
    const { person } = random.pick(oktaAccounts.filter(({ active }) => active))
    const body = { ...oktaUser(person), externalId: `00u${random.text('0123456789abcdef', 17)}` }
    return okta.send({ method: 'POST', path: '/Users', body }, 409)
  },
  // Two groups of one name.
  ({ entra, random, entraTeams }) =>
    entra.send({ method: 'POST', path: '/Groups', body: { displayName: random.pick(entraTeams).name } }, 409),
  // An attribute mapping names what SCIM does not know.
  ({ entra, random, entraAccounts }) =>
    entra.send(
      {
        method: 'PATCH',
        path: `/Users/${random.pick(entraAccounts).id}`,
        body: entraPatch({ op: 'Replace', path: 'extensionAttribute7', value: 'Badge 1174' }),
      },
      400,
    ),
  // A proxy cut the request short.
  ({ okta, random, oktaAccounts }) => {
    const { id, person } = random.pick(oktaAccounts)
    const body = JSON.stringify(oktaUser(person)).slice(0, 120)
    return okta.send({ method: 'PUT', path: `/Users/${id}`, body }, 400)
  },
  // A mapping left the user name empty.
  ({ entra, random }) => {
    const nobody = { userName: ' ', givenName: 'Unnamed', familyName: 'Account', externalId: random.uuid() }
    return entra.send({ method: 'POST', path: '/Users', body: entraUser(nobody) }, 400)
  },
  // The identity provider still knows an id from before a restore.
  ({ okta, random }) =>
    okta.send({ method: 'PATCH', path: `/Users/${random.uuid()}`, body: oktaPatch({ active: false }) }, 404),
  // A filter on an attribute that does not exist.
  ({ entra }) => entra.send({ method: 'GET', path: '/Users?filter=badgeNumber+eq+%221174%22' }, 400),
  // Somebody is in a group who was never pushed: taken, and noted.
  ({ okta, random, oktaTeams }) => {
    const value = [{ value: random.uuid(), display: 'never.pushed@contoso.example' }]
    const body = entraPatch({ op: 'add', path: 'members', value })
    return okta.send({ method: 'PATCH', path: `/Groups/${random.pick(oktaTeams).id}`, body }, 200, 204)
  },
]
