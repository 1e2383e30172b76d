import { expect, test } from 'vitest'
import { type Company, hire } from './people'
import { Random } from './random'

const company: Company = { organization: 'Contoso', domain: 'contoso.example', externalId: (random) => random.uuid() }
const people = hire(new Random(7), company, 300)

test('the same people each time', () => {
  expect(hire(new Random(7), company, 300)).toEqual(people)
  expect(hire(new Random(8), company, 300)).not.toEqual(people)
})

test('user names are plain addresses, one for each', () => {
  for (const { userName } of people) expect(userName).toMatch(/^[a-z0-9]+\.[a-z0-9]+@contoso\.example$/)
  expect(new Set(people.map(({ userName }) => userName)).size).toBe(people.length)
  expect(new Set(people.map(({ externalId }) => externalId)).size).toBe(people.length)
})

test('everybody but the first reports to somebody who came before, in the end to the first', () => {
  people.forEach((person, index) => {
    if (index === 0) expect(person.manager).toBeUndefined()
    else expect(people.indexOf(person.manager!)).toBeLessThan(index)
  })
})
