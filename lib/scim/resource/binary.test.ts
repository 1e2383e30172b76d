import { expect, test } from 'vitest'
import { createRegistry, sharedRegistry } from '../schema/registry'
import { USER_URN } from '../schema/urns'
import { readUser } from './read-user'

// RFC 7643 §2.3.6: base64 of RFC 4648 §4 (or §5), whose padding may be left out.
const strict = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })
const read = (value: string, registry = strict) =>
  readUser(registry, { schemas: [USER_URN], userName: 'a', x509Certificates: [{ value }] })

test.each(['', 'QQ==', 'QQ', 'QUI=', 'QUI', 'QUJD', '-_+/', 'QUJD\r\nQQ==\n'])('%j is binary data', (value) => {
  expect(read(value)).toMatchObject({ document: { x509Certificates: [{ value }] }, notes: [] })
})

test.each(['QUJDR', 'QQ=', 'QUJD=', 'Q===', 'QQ====='])('%j is none, but kept unless in Strict', (value) => {
  expect(() => read(value)).toThrow('x509Certificates.value must be base64 text')
  expect(read(value, sharedRegistry)).toMatchObject({
    document: { x509Certificates: [{ value }] },
    notes: [{ code: 'loose-base64', path: 'x509Certificates.value' }],
  })
})

test.each(['%%', 'Q=Q=', 'é'])('%j is none', (value) => {
  expect(() => read(value, sharedRegistry)).toThrow('x509Certificates.value must be base64 text')
})
