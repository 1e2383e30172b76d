import { expect, test } from 'vitest'
import { refusedContent } from './content-type'

const refused = (type?: string, encoding?: string) =>
  refusedContent((name) => (name === 'content-type' ? type : name === 'content-encoding' ? encoding : undefined))

test.each([
  [undefined],
  ['application/scim+json'],
  ['application/json'],
  ['application/scim+json; charset=utf-8'],
  ['Application/SCIM+JSON;Charset="UTF-8"'],
  ['application/json', 'identity'],
])('%s %s is read', (type, encoding?: string) => {
  expect(refused(type, encoding)).toBeUndefined()
})

test.each([
  ['text/plain'],
  ['application/x-www-form-urlencoded'],
  ['application/xml'],
  ['application/scim+json; charset=utf-16'],
  ['application/scim+json', 'gzip'],
])('%s %s is not', (type, encoding?: string) => {
  expect(refused(type, encoding)).toMatchObject({ status: 415 })
})
