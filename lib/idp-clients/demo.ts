import { setTimeout as wait } from 'node:timers/promises'
import { Connection, inParallel } from './demo/connection'
import { EntraProvisioner } from './demo/entra'
import { mishaps, type Scene } from './demo/mishaps'
import { OktaProvisioner } from './demo/okta'
import { type Company, departments, hire } from './demo/people'
import { Random } from './demo/random'
import type { Account, Provisioner } from './demo/story'
import { joiner, leaver, mover, type Office, renamed, reshuffle, returner } from './demo/trickle'
import { entraClient } from './entra/profile'
import { oktaClient } from './okta/profile'

export interface DemoProvider {
  slug: string
  token: string
  /** A token of this provider that has been revoked: one call with it shows how that looks. */
  revokedToken?: string
}

export interface DemoOptions {
  /** Such as http://127.0.0.1:3000. */
  origin: string
  /** The one that Okta's clients push to, then the one that Entra's push to. */
  providers: [DemoProvider, DemoProvider]
  signal: AbortSignal
  say: (line: string) => void
  /** Ends when everything is pushed, without live traffic. */
  once?: boolean
}

const LANES = 6
const SEED = 20_261_124
const HEADCOUNT = { okta: 268, entra: 240 }

const contoso: Company = {
  organization: 'Contoso',
  domain: 'contoso.example',
  externalId: (random) => `00u${random.text('0123456789abcdefghijklmnopqrstuvwxyz', 17)}`,
}
const fabrikam: Company = {
  organization: 'Fabrikam',
  domain: 'fabrikam.example',
  externalId: (random) => random.uuid(),
}

/**
 * Pushes two companies through the SCIM endpoint as Okta and Entra would: everybody and their groups, then joiners,
 * movers, leavers, returns, renames and mishaps, then a call every few seconds until `signal`. The same each time.
 * @throws when an answer is not what the client needs
 */
export async function runDemo({ origin, providers, signal, say, once = false }: DemoOptions): Promise<void> {
  const began = performance.now()
  const random = new Random(SEED)
  const [okta, entra] = providers
  const target = ({ slug, token }: DemoProvider) => ({ baseUrl: `${origin}/scim/${slug}/v2`, token })
  const lines = {
    okta: new Connection(target(okta), oktaClient, LANES),
    entra: new Connection(target(entra), entraClient, LANES),
  }
  const oktaSide = new OktaProvisioner(lines.okta)
  const entraSide = new EntraProvisioner(lines.entra, objectIdOf)
  const offices = {
    okta: open(random, contoso, oktaSide, HEADCOUNT.okta),
    entra: open(random, fabrikam, entraSide, HEADCOUNT.entra),
  }
  try {
    await Promise.all([
      push(offices.okta, oktaTeams, say, 'Contoso by Okta'),
      push(offices.entra, entraTeams, say, 'Fabrikam by Entra'),
    ])
    await nest(entraSide)
    const scene = { ...lines, random, ...teamsAndAccounts(oktaSide, entraSide) }
    await live(offices, entraSide)
    for (const mishap of mishaps) await mishap(scene)
    await withRevokedTokens(providers, target)
    const calls = lines.okta.calls + lines.entra.calls
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`${calls} calls in ${seconds} s, ${lines.okta.refused + lines.entra.refused} of them refused, as in life.`)
    if (!once) await trickle(offices, scene, signal, say)
  } finally {
    lines.okta.close()
    lines.entra.close()
  }
}

/** A group's id in Entra: by its name, since groups are pushed side by side. */
const objectIdOf = (name: string) =>
  new Random([...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), SEED)).uuid()

function open(random: Random, company: Company, provisioner: Provisioner, headcount: number): Office {
  const people = hire(random, company, headcount)
  return { random, company, provisioner, people, taken: new Set(people.map(({ userName }) => userName)) }
}

/** Everybody, heads first since the others report to them, then the groups. */
async function push({ people, provisioner }: Office, teams: typeof oktaTeams, say: DemoOptions['say'], who: string) {
  const heads = departments.length + 1
  for (const person of people.slice(0, heads)) await provisioner.hire(person)
  await inParallel(people.slice(heads), LANES, async (person) => {
    await provisioner.hire(person)
  })
  const order = new Map(people.map((person, index) => [person, index]))
  provisioner.accounts.sort((a, b) => order.get(a.person)! - order.get(b.person)!)
  const groups = teams(provisioner.accounts)
  await inParallel(groups, LANES, async ([name, members]) => {
    await provisioner.form(name, members)
  })
  provisioner.teams.sort((a, b) => (a.name < b.name ? -1 : 1))
  say(`${who}: ${people.length} people and ${groups.length} groups pushed.`)
}

type Teams = [name: string, members: Account[]][]
const where = (accounts: Account[], test: (account: Account) => boolean) => accounts.filter(test)

const oktaTeams = (accounts: Account[]): Teams => [
  ...departments.map(({ name }): Teams[number] => [
    name,
    where(accounts, (one) => one.person.department.name === name),
  ]),
  ...['US', 'GB', 'DE', 'FR', 'SE', 'BR'].map((country): Teams[number] => [
    `Office ${country}`,
    where(accounts, (one) => one.person.country === country),
  ]),
  ['Everyone', [...accounts]],
  ['Managers', where(accounts, ({ person }) => /Chief|Head|Manager|Lead|Director/.test(person.title))],
  ['Contractors', where(accounts, ({ person }) => person.userType === 'Contractor')],
  ['VPN', where(accounts, ({ person }) => person.department.division === 'Product')],
  ['Expense approvers', where(accounts, ({ person }) => /Chief|Head|Controller/.test(person.title))],
  ['On call', accounts.filter(({ person }) => /Reliability|Support/.test(person.title))],
]

const entraTeams = (accounts: Account[]): Teams => [
  ...departments.map(({ name }): Teams[number] => [
    `SG-${name}`,
    where(accounts, (one) => one.person.department.name === name),
  ]),
  ...['IN', 'VN', 'NG', 'PL'].map((country): Teams[number] => [
    `SG-Site-${country}`,
    where(accounts, (one) => one.person.country === country),
  ]),
  ['SG-Product', []],
  ['SG-Corporate', []],
  ['SG-Commercial', []],
  ['SG-All staff', []],
]

/** Fabrikam's divisions are groups of groups, and everybody is a group of these. */
async function nest(entra: EntraProvisioner) {
  const team = (name: string) => entra.teams.find((one) => one.name === name)!
  const divisions = ['Product', 'Corporate', 'Commercial']
  for (const division of divisions) {
    const inner = departments.filter((one) => one.division === division).map(({ name }) => team(`SG-${name}`))
    await entra.nest(team(`SG-${division}`), inner)
  }
  await entra.nest(
    team('SG-All staff'),
    divisions.map((division) => team(`SG-${division}`)),
  )
}

/** What happens in a company in some weeks, at once. */
async function live({ okta, entra }: { okta: Office; entra: Office }, entraSide: EntraProvisioner) {
  for (let week = 0; week < 4; week++) {
    entraSide.compliant = week % 2 === 1
    for (const office of [okta, entra]) {
      for (const happens of [mover, mover, leaver, leaver, renamed, reshuffle, joiner, leaver]) await happens(office)
      await returner(office)
    }
    await entraSide.bury(await leaver(entra))
  }
  const closing = okta.provisioner.teams.find(({ name }) => name === 'Office BR')!
  await okta.provisioner.renameTeam(closing, 'Office Brasil')
  const site = await entra.provisioner.form('SG-Site-XX', [])
  await entra.provisioner.dissolve(site)
}

const teamsAndAccounts = (okta: OktaProvisioner, entra: EntraProvisioner) => ({
  oktaAccounts: okta.accounts,
  entraAccounts: entra.accounts,
  oktaTeams: okta.teams,
  entraTeams: entra.teams,
})

/** An identity provider that has not heard of the new token yet. */
async function withRevokedTokens(
  providers: DemoProvider[],
  target: (provider: DemoProvider) => { baseUrl: string; token: string },
) {
  for (const provider of providers) {
    if (!provider.revokedToken) continue
    const line = new Connection(target({ ...provider, token: provider.revokedToken }), oktaClient, 1)
    await line.send({ method: 'GET', path: '/Users?startIndex=1&count=1' }, 401)
    line.close()
  }
}

/** A call or a few every few seconds, mostly good ones. */
async function trickle(
  offices: { okta: Office; entra: Office },
  scene: Scene,
  signal: AbortSignal,
  say: DemoOptions['say'],
) {
  const { random } = scene
  say('Live traffic goes on until you stop it.')
  while (!signal.aborted) {
    await wait(random.between(1_500, 5_000), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    const office = random.pick([offices.okta, offices.entra])
    const happens = random.pick([joiner, mover, mover, renamed, leaver, returner, reshuffle, reshuffle])
    try {
      if (random.next() < 0.12) await random.pick(mishaps)(scene)
      else await happens(office)
    } catch (error) {
      if (!signal.aborted) say((error as Error).message)
    }
  }
}
