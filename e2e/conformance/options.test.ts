import { describe, expect, test } from 'vitest'
import { chosenBy } from './choice'
import { readOptions, type Options } from './options'

const URL = 'https://h/scim/v2'
const read = (...args: string[]) => readOptions(['--url', URL, '--token', 't', ...args], {}) as Options

test.each([
  [URL, URL],
  [`${URL}/`, URL],
  [`${URL}//`, URL],
  [`${URL}/Users`, URL],
  [`${URL}/Users/`, URL],
  [`${URL}/?aadOptscim062020`, URL],
  ['http://[::1]:3000/scim/a/v2/', 'http://[::1]:3000/scim/a/v2'],
  ['https://h', 'https://h'],
])('the base URL of %s is %s', (given, base) => {
  expect((readOptions(['--url', given, '--token', 't'], {}) as Options).target.baseUrl).toBe(base)
})

test.each<[string, string[], string]>([
  ['no address', ['--token', 't'], '--url is missing'],
  ['an address that is none', ['--url', 'h/scim', '--token', 't'], 'no http(s) address'],
  ['another protocol', ['--url', 'ftp://h', '--token', 't'], 'no http(s) address'],
  ['a password in the address', ['--url', 'https://me:secret@h', '--token', 't'], '--header'],
  ['no token', ['--url', URL], 'A token is missing'],
  ['a blank token', ['--url', URL, '--token', ' '], 'A token is missing'],
  ['a header without a colon', ['--url', URL, '--token', 't', '--header', 'x y'], 'Name: value'],
  ['a header of two lines', ['--url', URL, '--token', 't', '--header', 'x: y\nz: a'], 'Name: value'],
  ['no time', ['--url', URL, '--token', 't', '--timeout', '0'], '--timeout'],
  ['no number', ['--url', URL, '--token', 't', '--timeout', 'soon'], '--timeout'],
  ['a time that timers can’t hold', ['--url', URL, '--token', 't', '--timeout', '1e9'], '--timeout'],
  ['an unknown option', ['--url', URL, '--token', 't', '--fast'], '--fast'],
])('%s is refused', (_what, args, message) => {
  expect(() => readOptions(args, {})).toThrow(message)
  expect(() => readOptions(args, {})).not.toThrow('secret')
})

describe('options', () => {
  test('have defaults', () => {
    expect(read()).toEqual({
      target: { baseUrl: URL, token: 't', headers: {}, timeoutMilliseconds: 30_000, insecure: false },
      only: [],
      list: false,
      json: false,
      strict: false,
    })
  })
  test('a token may come from the environment, with a line’s end', () => {
    expect((readOptions(['--url', URL], { SCIM_TOKEN: 'abc\n' }) as Options).target.token).toBe('abc')
  })
  test('a header may take the token’s place', () => {
    const { target } = readOptions(['--url', URL, '--header', 'Authorization: Basic eA=='], {}) as Options
    expect(target.headers).toEqual({ authorization: 'Basic eA==' })
  })
  test('--only is given several times, or with commas', () => {
    expect(read('--only', 'patch, filter,', '--only', 'Okta').only).toEqual(['patch', 'filter', 'Okta'])
  })
  test('--list and --help need nothing else', () => {
    expect(readOptions(['--list'], {})).toMatchObject({ list: true })
    expect(readOptions(['--help'], {})).toBe('help')
  })
})

describe('--only', () => {
  const all = [
    { id: 'patch.add', group: 'PATCH: add', level: 'MUST' as const, clause: 'RFC 7644 §3.5.2.1', title: '' },
    { id: 'okta/1-reads', group: 'Okta: life', level: 'client' as const, title: '' },
  ]
  const ids = (...only: string[]) => all.filter(chosenBy(only, all)).map(({ id }) => id)
  test('chooses by id, group and clause, without case', () => {
    expect(ids()).toEqual(['patch.add', 'okta/1-reads'])
    expect(ids('PATCH.ADD')).toEqual(['patch.add'])
    expect(ids('§3.5.2')).toEqual(['patch.add'])
    expect(ids('okta', 'patch')).toEqual(['patch.add', 'okta/1-reads'])
  })
  test('names a text that is nowhere, also beside one that is', () => {
    expect(() => ids('patch', 'pacth')).toThrow('--only pacth: nothing has this in it')
  })
})
