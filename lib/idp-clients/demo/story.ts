import type { Department, Person } from './people'

/** A person as an identity provider knows them: with the id that the service provider gave. */
export interface Account {
  person: Person
  id: string
  active: boolean
}

export interface Team {
  name: string
  id: string
  members: Account[]
}

/** What an identity provider does as the people of a company come, move and go. */
export interface Provisioner {
  readonly accounts: Account[]
  readonly teams: Team[]
  hire(person: Person): Promise<Account>
  move(account: Account, to: Department, title: string): Promise<void>
  rename(account: Account, familyName: string, userName: string): Promise<void>
  leave(account: Account): Promise<void>
  comeBack(account: Account): Promise<void>
  form(name: string, members: Account[]): Promise<Team>
  join(team: Team, accounts: Account[]): Promise<void>
  quit(team: Team, accounts: Account[]): Promise<void>
  renameTeam(team: Team, name: string): Promise<void>
  dissolve(team: Team): Promise<void>
}
