import type { JsonObject } from '../json'
import type { Pattern } from '../match'
import { ENTERPRISE, USER } from '../urns'
import { enterprise, type Operation } from './bodies'

/** One of every attribute that the validator sends, with the value that it has. `mark` tells two sets apart. */
const values = (mark: string) => ({
  displayName: `ZQLVCBF${mark}`,
  title: `IJTRDXU${mark}`,
  preferredLanguage: 'fr-CA',
  userType: `MKUMNHE${mark}`,
  nickName: `CGSFKTS${mark}`,
  locale: `PTRPVXA${mark}`,
  timezone: 'Africa/Kigali',
  profileUrl: `HFUPHFG${mark}`,
})
const name = (mark: string) => ({
  givenName: `Maryse${mark}`,
  familyName: `Alexandre${mark}`,
  formatted: `Trevor${mark}`,
  middleName: `Nasir${mark}`,
  honorificPrefix: `Claire${mark}`,
  honorificSuffix: `Cordie${mark}`,
})
const address = (mark: string) => ({
  formatted: `EXKVTVK${mark}`,
  streetAddress: `85107 Bernie Curve${mark}`,
  locality: `WLUWTZD${mark}`,
  region: `KKJAQTP${mark}`,
  postalCode: `kv15 3wr${mark}`,
  primary: true,
  country: 'Western Sahara',
})
const extension = (mark: string) => ({
  employeeNumber: `NKCMZWU${mark}`,
  department: `WXMJYMS${mark}`,
  costCenter: `YRLYUZT${mark}`,
  organization: `FVVFGMF${mark}`,
  division: `HLSCTQF${mark}`,
})
const role = (mark: string) => ({ display: `UXDXEYD${mark}`, value: `MVEKPWB${mark}`, type: `DOUDGSB${mark}` })
const email = (mark: string) => `kira${mark}@feest.example`
const phones = (mark: string) => ({
  work: `41-490-6464${mark}`,
  mobile: `41-490-6465${mark}`,
  fax: `41-490-6466${mark}`,
})

/** The body of each POST of the validator: every attribute, with `primary` of a role as text. */
export const fullUser = (userName: string, mark = ''): JsonObject => ({
  userName,
  active: true,
  ...values(mark),
  emails: [{ type: 'work', value: email(mark), primary: true }],
  name: name(mark),
  addresses: [{ type: 'work', ...address(mark) }],
  phoneNumbers: Object.entries(phones(mark)).map(([type, value]) => ({
    type,
    value,
    ...(type === 'work' && { primary: true }),
  })),
  [ENTERPRISE]: { ...extension(mark), manager: { value: `JMQVHJA${mark}` } },
  roles: [{ primary: 'True', ...role(mark) }],
  schemas: [USER, ENTERPRISE],
})

/** The same attributes as 36 operations of one PATCH. */
export const everyAttribute = (op: 'add' | 'replace', mark: string): Operation[] => {
  const set = (prefix: string, of: Record<string, string | boolean>): Operation[] =>
    Object.entries(of).map(([key, value]) => ({ op, path: `${prefix}${key}`, value }))
  const { work, mobile, fax } = phones(mark)
  const { displayName, title, preferredLanguage, ...rest } = values(mark)
  return [
    { op, path: 'active', value: true },
    ...set('', { displayName, title }),
    ...set('emails[type eq "work"].', { value: email(mark), primary: true }),
    ...set('', { preferredLanguage }),
    ...set('name.', name(mark)),
    ...set('addresses[type eq "work"].', address(mark)),
    ...set('phoneNumbers[type eq "work"].', { value: work, primary: true }),
    ...set('phoneNumbers[type eq "mobile"].', { value: mobile }),
    ...set('phoneNumbers[type eq "fax"].', { value: fax }),
    ...Object.entries(extension(mark)).map(([key, value]) => ({ op, path: enterprise(key), value })),
    ...set('roles[primary eq "True"].', role(mark)),
    ...set('', rest),
  ]
}

/** What a read shows once all of them are there. */
export const everyAttributeShown = (mark: string): Pattern => {
  const { work, mobile, fax } = phones(mark)
  return {
    active: true,
    ...values(mark),
    emails: [{ type: 'work', value: email(mark), primary: true }],
    name: name(mark),
    addresses: [{ type: 'work', ...address(mark) }],
    phoneNumbers: [
      { type: 'work', value: work, primary: true },
      { type: 'mobile', value: mobile },
      { type: 'fax', value: fax },
    ],
    [ENTERPRISE]: extension(mark),
    roles: [{ primary: true, ...role(mark) }],
  }
}
