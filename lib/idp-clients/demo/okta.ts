import type { JsonObject } from '../json'
import { oktaGroup, oktaPatch, oktaUpdate, oktaUser } from '../okta/users'
import { percentFilter } from '../query'
import { ENTERPRISE, PATCH_OP, USER } from '../urns'
import type { Connection } from './connection'
import type { Department, Person } from './people'
import type { Account, Provisioner, Team } from './story'

/** Provisions as an Okta Integration Network app does. */
export class OktaProvisioner implements Provisioner {
  readonly accounts: Account[] = []
  readonly teams: Team[] = []
  constructor(private readonly line: Connection) {}

  async hire(person: Person) {
    await this.lookUp('/Users', `userName eq "${person.userName}"`)
    const id = await this.line.create('/Users', { ...oktaUser(person), ...this.profile(person) })
    const account = { person, id, active: true }
    this.accounts.push(account)
    return account
  }

  async move(account: Account, to: Department, title: string) {
    account.person = { ...account.person, department: to, title }
    await this.update(account)
  }

  async rename(account: Account, familyName: string, userName: string) {
    const { givenName } = account.person
    account.person = { ...account.person, familyName, userName, displayName: `${givenName} ${familyName}` }
    await this.update(account)
  }

  async leave(account: Account) {
    await this.line.patch(`/Users/${account.id}`, oktaPatch({ active: false }))
    account.active = false
  }

  /** Okta has dropped its link: it looks the user up, or posts at once with the same externalId. */
  async comeBack(account: Account) {
    const { person } = account
    account.id = await this.line.create('/Users', { ...oktaUser(person), ...this.profile(person) })
    account.active = true
  }

  async form(name: string, members: Account[]) {
    await this.lookUp('/Groups', `displayName eq "${name}"`)
    const id = await this.line.create('/Groups', oktaGroup(name))
    await this.line.send({ method: 'GET', path: `/Groups/${id}` }, 200)
    const team = { name, id, members }
    await this.members(team, { op: 'replace', path: 'members', value: members.map(member) })
    this.teams.push(team)
    return team
  }

  async join(team: Team, accounts: Account[]) {
    await this.renameTeam(team, team.name)
    await this.members(team, { op: 'add', path: 'members', value: accounts.map(member) })
    team.members.push(...accounts)
  }

  async quit(team: Team, accounts: Account[]) {
    await this.renameTeam(team, team.name)
    await this.members(team, ...accounts.map(({ id }) => ({ op: 'remove', path: `members[value eq "${id}"]` })))
    team.members = team.members.filter((account) => !accounts.includes(account))
  }

  async renameTeam(team: Team, name: string) {
    await this.line.patch(`/Groups/${team.id}`, oktaPatch({ id: team.id, displayName: name }))
    team.name = name
  }

  async dissolve(team: Team) {
    await this.line.send({ method: 'DELETE', path: `/Groups/${team.id}` }, 204)
    this.teams.splice(this.teams.indexOf(team), 1)
  }

  private async update({ id, person }: Account) {
    await this.line.send({ method: 'GET', path: `/Users/${id}` }, 200)
    const body = { ...oktaUpdate(id, person), ...this.profile(person) }
    await this.line.send({ method: 'PUT', path: `/Users/${id}`, body }, 200)
  }

  private lookUp = (endpoint: string, filter: string) =>
    this.line.send({ method: 'GET', path: `${endpoint}?${percentFilter(filter)}&startIndex=1&count=100` }, 200)

  private members = (team: Team, ...Operations: JsonObject[]) =>
    this.line.patch(`/Groups/${team.id}`, { schemas: [PATCH_OP], Operations })

  private profile(person: Person): JsonObject {
    const manager = this.accounts.find((account) => account.person.employeeNumber === person.manager?.employeeNumber)
    return {
      schemas: [USER, ENTERPRISE],
      displayName: person.displayName,
      title: person.title,
      userType: person.userType,
      locale: person.locale,
      timezone: person.timezone,
      phoneNumbers: [{ primary: true, type: 'work', value: person.phone }],
      addresses: [{ primary: true, type: 'work', locality: person.city, country: person.country }],
      [ENTERPRISE]: {
        employeeNumber: person.employeeNumber,
        costCenter: person.department.costCenter,
        organization: person.organization,
        division: person.department.division,
        department: person.department.name,
        ...(manager && { manager: { value: manager.id, displayName: manager.person.displayName } }),
      },
    }
  }
}

const member = ({ id, person }: Account) => ({ value: id, display: person.userName })
