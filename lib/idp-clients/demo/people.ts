import { plain, regions } from './names'
import type { Random } from './random'

export interface Department {
  name: string
  division: string
  costCenter: string
  titles: string[]
}

const department = (name: string, division: string, costCenter: string, titles: string): Department => ({
  name,
  division,
  costCenter,
  titles: titles.split(' · '),
})

export const departments: Department[] = [
  department(
    'Engineering',
    'Product',
    'CC-1100',
    'Software Engineer · Senior Software Engineer · Staff Engineer · Site Reliability Engineer · Test Engineer',
  ),
  department('Design', 'Product', 'CC-1200', 'Product Designer · Design Researcher · Content Designer'),
  department('Data', 'Product', 'CC-1300', 'Data Analyst · Data Engineer · Machine Learning Engineer'),
  department('Finance', 'Corporate', 'CC-2100', 'Accountant · Controller · Financial Analyst · Payroll Specialist'),
  department('People', 'Corporate', 'CC-2200', 'People Partner · Recruiter · Learning Specialist'),
  department('Legal', 'Corporate', 'CC-2300', 'Legal Counsel · Paralegal · Privacy Officer'),
  department(
    'Information Technology',
    'Corporate',
    'CC-2400',
    'Systems Administrator · Identity Engineer · Support Specialist · Network Engineer',
  ),
  department(
    'Sales',
    'Commercial',
    'CC-3100',
    'Account Executive · Sales Engineer · Sales Manager · Regional Director',
  ),
  department('Marketing', 'Commercial', 'CC-3200', 'Campaign Manager · Brand Strategist · Copywriter'),
  department('Customer Care', 'Commercial', 'CC-3300', 'Care Agent · Care Team Lead · Onboarding Specialist'),
]

export interface Person {
  userName: string
  givenName: string
  familyName: string
  displayName: string
  title: string
  department: Department
  organization: string
  userType: string
  employeeNumber: string
  phone: string
  city: string
  country: string
  locale: string
  timezone: string
  externalId: string
  /** The one that they report to. */
  manager?: Person
}

export interface Company {
  organization: string
  domain: string
  /** How this company's identity provider makes its ids. */
  externalId: (random: Random) => string
}

/** Everyone of a company; whoever is reported to comes first: its head, a head of each department, then the others. */
export function hire(random: Random, company: Company, count: number): Person[] {
  const people: Person[] = []
  const taken = new Set<string>()
  for (let index = 0; index < count; index++) people.push(newcomer(random, company, people, taken))
  return people
}

/** One more person, with a user name that nobody in `taken` has. */
export function newcomer(random: Random, company: Company, people: Person[], taken: Set<string>): Person {
  const index = people.length
  const home = random.pick(regions)
  const givenName = random.pick(home.given)
  const familyName = random.pick(home.family)
  const team =
    departments[index === 0 ? 3 : index <= departments.length ? index - 1 : random.between(0, 9)] ?? departments[0]!
  const head = people.slice(1).find((person) => person.department === team)
  return {
    userName: freeName(`${plain(givenName)}.${plain(familyName)}`, company.domain, taken),
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`,
    title: index === 0 ? 'Chief Executive Officer' : head ? random.pick(team.titles) : `Head of ${team.name}`,
    department: team,
    organization: company.organization,
    userType: random.next() < 0.12 ? 'Contractor' : 'Employee',
    employeeNumber: String(10_000 + index * 7 + random.between(0, 6)),
    phone: `+${random.between(30, 99)} ${random.between(100, 999)} ${random.between(1000, 9999)}`,
    city: random.pick(home.cities),
    country: home.country,
    locale: home.locale,
    timezone: home.timezone,
    externalId: company.externalId(random),
    ...(index > 0 && { manager: head ?? people[0]! }),
  }
}

function freeName(name: string, domain: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const userName = `${name}${number === 1 ? '' : number}@${domain}`
    if (taken.has(userName)) continue
    taken.add(userName)
    return userName
  }
}
