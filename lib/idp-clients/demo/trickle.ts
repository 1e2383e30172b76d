import { plain, regions } from './names'
import { type Company, departments, newcomer, type Person } from './people'
import type { Random } from './random'
import type { Account, Provisioner } from './story'

export interface Office {
  random: Random
  company: Company
  provisioner: Provisioner
  people: Person[]
  taken: Set<string>
}

const active = ({ provisioner }: Office) => provisioner.accounts.filter((account) => account.active)
const gone = ({ provisioner }: Office) => provisioner.accounts.filter((account) => !account.active)

/** Somebody joins, and their team hears of it. */
export async function joiner(office: Office) {
  const { random, company, provisioner, people, taken } = office
  const person = newcomer(random, company, people, taken)
  people.push(person)
  const account = await provisioner.hire(person)
  const team = provisioner.teams.find(({ name }) => name.includes(person.department.name))
  if (team) await provisioner.join(team, [account])
}

/** Somebody changes departments. */
export async function mover({ random, provisioner, ...office }: Office) {
  const account = random.pick(active({ random, provisioner, ...office }))
  const to = random.pick(departments.filter((one) => one.name !== account.person.department.name))
  await provisioner.move(account, to, random.pick(to.titles))
}

/** Somebody has another family name from today on, and a user name that goes with it. */
export async function renamed(office: Office) {
  const { random, provisioner, company, taken } = office
  const account = random.pick(active(office))
  const familyName = random.pick(random.pick(regions).family)
  const userName = `${plain(account.person.givenName)}.${plain(familyName)}.${account.person.employeeNumber}@${company.domain}`
  taken.add(userName)
  await provisioner.rename(account, familyName, userName)
}

/** Somebody leaves. Never whom others report to. */
export async function leaver(office: Office): Promise<Account> {
  const { random, provisioner } = office
  const leaving = random.pick(active(office).slice(departments.length + 1))
  await provisioner.leave(leaving)
  return leaving
}

/** Somebody who left comes back. */
export async function returner(office: Office) {
  const { random, provisioner } = office
  if (gone(office).length === 0) await leaver(office)
  await provisioner.comeBack(random.pick(gone(office)))
}

/** Some people change between teams. */
export async function reshuffle(office: Office) {
  const { random, provisioner } = office
  const team = random.pick(provisioner.teams.filter(({ members }) => members.length > 4))
  await provisioner.quit(team, random.some(team.members, random.between(1, 2)))
  const others = active(office).filter((account) => !team.members.includes(account))
  await provisioner.join(team, random.some(others, random.between(1, 3)))
}
