import type { Trace, Values } from '../trace'
import { including, number, absent, startingWith, text, type Pattern } from '../match'
import { percentFilter } from '../query'
import { ERROR, LIST_RESPONSE, USER } from '../urns'
import { oktaSuite } from './profile'

const completeUser: Pattern = {
  id: text,
  userName: text,
  name: { givenName: text, familyName: text },
  emails: startingWith({ value: text }),
}
const user = (v: Values, email: string) => ({
  schemas: [USER],
  userName: v('userName'),
  name: { givenName: v('givenName'), familyName: v('familyName') },
  emails: [{ primary: true, value: email, type: 'work' }],
  displayName: `${v('givenName')} ${v('familyName')}`,
  active: true,
})
const none: Pattern = { schemas: including(LIST_RESPONSE), totalResults: 0 }
const error = (status: string): Pattern => ({ schemas: including(ERROR), status, detail: text })

/** The SPEC test that Okta asks of every integration in its network. */
export const oktaSuiteTrace: Trace = {
  title: 'Okta SPEC test',
  source: 'okta/okta-developer-docs Okta-SCIM-20-SPEC-Test.json',
  client: oktaSuite,
  values: (run) => ({
    run,
    givenName: 'Runscope417',
    familyName: 'Kq7Tz3',
    userName: `runscope417.${run}@atko.com`,
    email: `runscope417.${run}@atko.com`,
  }),
  steps: [
    {
      name: '1.1.a 0 a complete user exists (what the suite asks to be there before it starts)',
      request: (v) => ({
        method: 'POST',
        path: '/Users',
        body: { ...user(v, `first.${v('run')}@atko.com`), userName: `first.${v('run')}@atko.com` },
      }),
      expect: { status: 201 },
    },
    {
      name: '1.1.a 1 reads the first user of the list',
      request: () => ({ method: 'GET', path: '/Users?count=1&startIndex=1' }),
      expect: {
        status: 200,
        body: {
          schemas: including(LIST_RESPONSE),
          itemsPerPage: number,
          startIndex: number,
          totalResults: number,
          Resources: startingWith(completeUser),
        },
      },
      keep: { first: 'Resources.0.id' },
    },
    {
      name: '1.1.a 2 reads that user by its id',
      request: (v) => ({ method: 'GET', path: `/Users/${v('first')}` }),
      expect: (v) => ({ status: 200, body: { ...(completeUser as object), id: v('first') } }),
    },
    {
      name: '1.1.a 3 looks up a user name that nobody has',
      request: () => ({ method: 'GET', path: `/Users?${percentFilter('userName eq "abcdefgh@atko.com"')}` }),
      expect: { status: 200, body: none },
    },
    {
      name: '1.1.a 4 reads an id that is no UUID',
      request: () => ({ method: 'GET', path: '/Users/010101001010101011001010101011' }),
      expect: { status: 404, body: error('404') },
    },
    {
      name: '1.1.a 5 looks up the new user before it is there',
      request: (v) => ({ method: 'GET', path: `/Users?${percentFilter(`userName eq "${v('userName')}"`)}` }),
      expect: { status: 200, body: none },
    },
    {
      name: '1.1.a 6 creates the user',
      request: (v) => ({ method: 'POST', path: '/Users', body: user(v, v('email')) }),
      expect: (v) => ({
        status: 201,
        body: {
          id: text,
          active: true,
          schemas: including(USER),
          userName: v('userName'),
          name: { givenName: v('givenName'), familyName: v('familyName') },
          emails: startingWith({ value: v('email') }),
          password: absent,
        },
      }),
      keep: { id: 'id' },
    },
    {
      name: '1.1.a 7 reads the new user',
      request: (v) => ({ method: 'GET', path: `/Users/${v('id')}` }),
      expect: (v) => ({
        status: 200,
        body: { userName: v('userName'), name: { givenName: v('givenName'), familyName: v('familyName') } },
      }),
    },
    {
      name: '1.1.a 8 creates the same user name again',
      request: (v) => ({ method: 'POST', path: '/Users', body: user(v, v('userName')) }),
      expect: { status: 409, body: { ...(error('409') as object), scimType: 'uniqueness' } },
    },
    {
      name: '1.1.a 9 looks up the user name in capitals',
      request: (v) => ({
        method: 'GET',
        path: `/Users?${percentFilter(`userName eq "${v('userName').toUpperCase()}"`)}`,
      }),
      expect: (v) => ({ status: 200, body: { totalResults: 1, Resources: [{ userName: v('userName') }] } }),
    },
    {
      name: '1.1.a 10 lists groups within 600 ms',
      request: () => ({ method: 'GET', path: '/Groups' }),
      expect: { status: 200, body: { schemas: including(LIST_RESPONSE) }, withinMilliseconds: 600 },
    },
    {
      name: '1.1.a 11 asks with an Authorization that is no bearer token',
      request: (v) => ({
        method: 'GET',
        path: `/Users?${percentFilter(`userName eq "${v('userName')}"`)}`,
        headers: { authorization: 'non-token' },
      }),
      expect: { status: 401, body: error('401') },
    },
    {
      name: '1.1.a 12 reads another id that does not exist',
      request: () => ({ method: 'GET', path: '/Users/00919288221112222' }),
      expect: { status: 404, body: error('404') },
    },
  ],
}
