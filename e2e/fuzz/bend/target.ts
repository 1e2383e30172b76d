import type { Random } from '../../product/random'

const BITS = [
  '%00',
  '%ff',
  '%2e%2e',
  '%2f',
  '%25',
  '%',
  '%zz',
  '%c0%af',
  '%ed%a0%80',
  '..',
  '.',
  '//',
  '/',
  '%20',
  '%0d%0a',
]
const SIGNS = [
  '"',
  '<',
  '>',
  '\\',
  '^',
  '`',
  '{',
  '|',
  '}',
  '[',
  ']',
  "'",
  ';',
  ':',
  '@',
  '+',
  '*',
  '~',
  '!',
  '#',
  '&',
  '=',
]
const PARAMETERS = ['filter', 'count', 'startIndex', 'sortBy', 'attributes', 'cursor', '__proto__', 'x', '']

/** Bends a request's target: encodings, dots, slashes, repeated and very long parameters. */
export function bendTarget(random: Random, target: string, base: string): string {
  const kind = random.weighted({ bit: 5, sign: 3, parameter: 3, long: 0.5, case: 1, whole: 1, provider: 1, encoded: 1 })
  const at = base.length + random.below(target.length - base.length + 1)
  const insert = (text: string) => target.slice(0, at) + text + target.slice(at)
  if (kind === 'bit') return insert(random.pick(BITS))
  if (kind === 'sign') return insert(random.pick(SIGNS))
  if (kind === 'case') return base + target.slice(base.length).toLowerCase()
  if (kind === 'provider')
    return target.replace(/^\/scim\/[^/]+/, `/scim/${random.pick(['%00', 'nobody', 'x'.repeat(500), '%', ''])}`)
  if (kind === 'long') return withQuery(target, `x=${'y'.repeat(random.pick([1_000, 16_000, 16_384, 40_000]))}`)
  if (kind === 'encoded')
    return base + target.slice(base.length).replace(/[a-z]/i, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  if (kind === 'parameter')
    return Array.from(
      { length: random.pick([1, 2, 50, 500]) },
      () => `${random.pick(PARAMETERS)}=${random.pick(BITS)}`,
    ).reduce(withQuery, target)
  return random.pick([
    base,
    `${base}/`,
    `${base}?`,
    `${base}//`,
    `${base}/..`,
    '/scim',
    '/scim/',
    '/scim?x',
    `/${base}`,
    `${base}2`,
  ])
}

const withQuery = (target: string, parameter: string) => `${target}${target.includes('?') ? '&' : '?'}${parameter}`
