import { expect, test } from 'vitest'
import { ENTERPRISE_URN, sharedRegistry, type JsonObject } from '@/lib/scim'
import { extended, HR } from '@/lib/testing/extensions'
import { attributeValues } from './attribute-values'

const ann: JsonObject = {
  id: '0197',
  userName: 'ann@contoso.example',
  active: true,
  name: { givenName: 'Ann' },
  nickName: 'Annie',
  emails: [
    { value: 'ann@contoso.example', type: 'work', primary: true },
    { value: 'ann@home.example', type: 'home' },
  ],
  roles: [{ value: 'admin' }, { value: 'reader' }],
  [ENTERPRISE_URN]: { department: 'Sales', manager: { value: '00u1' } },
}
const values = attributeValues(sharedRegistry, ann)
const pairs = values.map(({ name, path, value }) => [name, path, value])

test('all attributes that are supported in policy, with or without a value', () => {
  expect(pairs).toEqual(
    expect.arrayContaining([
      ['Active', 'active', true],
      ['Department', 'department', 'Sales'],
      ['Division', 'division', null],
      ['Email', 'emails[type eq "work"].value', 'ann@contoso.example'],
      ['Email', 'emails[type eq "home"].value', 'ann@home.example'],
      ['First Name', 'name.givenName', 'Ann'],
      ['Last Name', 'name.familyName', null],
      ['id', 'id', '0197'],
    ]),
  )
  expect(values.filter(({ policy }) => policy)).toHaveLength(15)
})

test('of the others those that have a value', () => {
  expect(values.filter(({ policy }) => !policy).map(({ path, value }) => [path, value])).toEqual([
    ['nickName', 'Annie'],
    ['emails[type eq "work"].type', 'work'],
    ['emails[type eq "home"].type', 'home'],
    ['emails[type eq "work"].primary', true],
    ['roles[0].value', 'admin'],
    ['roles[1].value', 'reader'],
    ['manager.value', '00u1'],
  ])
  expect(new Set(values.map(({ urn }) => urn)).size).toBe(values.length)
})

test('values of an extension, told by the URN where core has the name too', () => {
  const hr = { title: 'Dr', level: 3, tags: ['a', 'b'], devices: [{ type: 'phone', ports: [1, 2] }] }
  const found = attributeValues(extended, { ...ann, [HR]: hr }).filter(({ urn }) => urn.startsWith(HR))
  expect(found.map(({ path, value }) => [path, value])).toEqual([
    ['level', 3],
    ['tags[0]', 'a'],
    ['tags[1]', 'b'],
    [`${HR}:title`, 'Dr'],
    ['devices[type eq "phone"].type', 'phone'],
    ['devices[type eq "phone"].ports', [1, 2]],
  ])
})
