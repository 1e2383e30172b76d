import { enterprise, entraGroup, entraMembers, entraPatch, entraUser, workEmail } from '../entra/bodies'
import type { Json, JsonObject } from '../json'
import { plusFilter } from '../query'
import { ENTERPRISE } from '../urns'
import type { Connection } from './connection'
import type { Department, Person } from './people'
import type { Account, Provisioner, Team } from './story'

/** Provisions as Entra does: without the compliance flag, and with it as on-demand provisioning does not. */
export class EntraProvisioner implements Provisioner {
  readonly accounts: Account[] = []
  readonly teams: Team[] = []
  /** Speak as with `?aadOptscim062020` in the Tenant URL. */
  compliant = false

  constructor(
    private readonly line: Connection,
    private readonly objectId: (name: string) => string,
  ) {}

  async hire(person: Person) {
    await this.lookUp('/Users', `userName eq "${person.userName}"`)
    const id = await this.line.create('/Users', { ...entraUser(person), ...profile(person) })
    const account = { person, id, active: true }
    this.accounts.push(account)
    const manager = this.accounts.find((other) => other.person.employeeNumber === person.manager?.employeeNumber)
    if (manager) await this.manager(account, manager)
    return account
  }

  async move(account: Account, to: Department, title: string) {
    account.person = { ...account.person, department: to, title }
    await this.change(account, {
      title,
      [enterprise('department')]: to.name,
      [enterprise('division')]: to.division,
      [enterprise('costCenter')]: to.costCenter,
    })
  }

  async rename(account: Account, familyName: string, userName: string) {
    const displayName = `${account.person.givenName} ${familyName}`
    account.person = { ...account.person, familyName, userName, displayName }
    await this.change(
      account,
      { displayName, userName, 'name.familyName': familyName, 'name.formatted': displayName },
      { path: workEmail, value: userName },
    )
  }

  leave = (account: Account) => this.switchTo(account, false)
  comeBack = (account: Account) => this.switchTo(account, true)

  /** Thirty days after it was deleted in Entra: renamed to its tombstone, then gone. */
  async bury(account: Account) {
    const tombstone = `${account.person.externalId.replaceAll('-', '')}${account.person.userName}`
    await this.line.patch(
      `/Users/${account.id}`,
      entraPatch(
        { op: 'Replace', path: 'userName', value: tombstone },
        { op: 'Replace', path: 'active', value: 'False' },
      ),
    )
    await this.line.send({ method: 'DELETE', path: `/Users/${account.id}` }, 204)
    this.accounts.splice(this.accounts.indexOf(account), 1)
    for (const team of this.teams) team.members = team.members.filter((member) => member !== account)
  }

  async form(name: string, members: Account[]) {
    await this.lookUp('/Groups', `displayName eq "${name}"`)
    const id = await this.line.create('/Groups', entraGroup(name, this.objectId(name)))
    const team: Team = { name, id, members: [] }
    this.teams.push(team)
    for (let at = 0; at < members.length; at += 20) await this.join(team, members.slice(at, at + 20))
    return team
  }

  /** Makes groups members of a group. */
  nest = (outer: Team, inner: Team[]) =>
    this.line.patch(
      `/Groups/${outer.id}`,
      entraPatch({ op: this.word('Add'), path: 'members', value: entraMembers(...inner.map(({ id }) => id)) }),
    )

  async join(team: Team, accounts: Account[]) {
    const value = entraMembers(...accounts.map(({ id }) => id))
    await this.line.patch(`/Groups/${team.id}`, entraPatch({ op: this.word('Add'), path: 'members', value }))
    team.members.push(...accounts)
  }

  async quit(team: Team, accounts: Account[]) {
    const operations = this.compliant
      ? accounts.map(({ id }) => ({ op: 'remove', path: `members[value eq "${id}"]` }))
      : [{ op: 'Remove', path: 'members', value: entraMembers(...accounts.map(({ id }) => id)) }]
    await this.line.patch(`/Groups/${team.id}`, entraPatch(...operations))
    team.members = team.members.filter((account) => !accounts.includes(account))
  }

  async renameTeam(team: Team, name: string) {
    const operation = { op: this.word('Replace'), path: 'displayName', value: name }
    await this.line.patch(`/Groups/${team.id}`, entraPatch(operation))
    team.name = name
  }

  async dissolve(team: Team) {
    await this.line.send({ method: 'DELETE', path: `/Groups/${team.id}` }, 204)
    this.teams.splice(this.teams.indexOf(team), 1)
  }

  private word = (op: string) => (this.compliant ? op.toLowerCase() : op)

  private manager = (account: Account, manager: Account) =>
    this.line.patch(
      `/Users/${account.id}`,
      entraPatch({ op: this.word('Add'), path: enterprise('manager'), value: manager.id }),
    )

  private async switchTo(account: Account, active: boolean) {
    const value = this.compliant ? active : active ? 'True' : 'False'
    await this.line.patch(`/Users/${account.id}`, entraPatch({ op: this.word('Replace'), path: 'active', value }))
    account.active = active
  }

  /** One operation for each attribute, or with the flag all of them in one without a path. */
  private async change(account: Account, values: Record<string, string>, more?: { path: string; value: Json }) {
    const extra = more ? [{ op: this.word('Replace'), ...more }] : []
    const operations = this.compliant
      ? [...extra, { op: 'replace', value: values }]
      : [...extra, ...Object.entries(values).map(([path, value]) => ({ op: 'Replace', path, value }))]
    await this.line.patch(`/Users/${account.id}`, entraPatch(...operations))
  }

  private lookUp = (endpoint: string, filter: string) =>
    this.line.send(
      {
        method: 'GET',
        path: `${endpoint}?${endpoint === '/Groups' ? 'excludedAttributes=members&' : ''}${plusFilter(filter)}`,
      },
      200,
    )
}

const profile = (person: Person): JsonObject => ({
  displayName: person.displayName,
  title: person.title,
  userType: person.userType,
  preferredLanguage: person.locale,
  phoneNumbers: [{ type: 'work', value: person.phone }],
  addresses: [{ type: 'work', locality: person.city, country: person.country }],
  [ENTERPRISE]: {
    employeeNumber: person.employeeNumber,
    department: person.department.name,
    division: person.department.division,
    costCenter: person.department.costCenter,
    organization: person.organization,
  },
})
