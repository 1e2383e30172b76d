import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LENIENCIES } from '@/lib/scim/patch/quirks/registry'
import { attributesSpec } from '@/lib/tables/specs/attributes'
import { groupsSpec } from '@/lib/tables/specs/groups'
import { syncLogsSpec } from '@/lib/tables/specs/sync-logs'
import { usersSpec } from '@/lib/tables/specs/users'
import { attributeRows } from '@/lib/tables/attribute-rows'
import { helpOf } from '@/lib/tables/attribute-table'
import { helpAnchor } from '@/lib/tables/help-anchor'
import { sharedRegistry } from '@/lib/scim'
import { anchorOf, article } from './articles'
import { articleOfStatus, articleOfType, errorArticle, type HelpPlace } from './error-article'
import { noteArticle } from './note-article'

const anchorsOf = (slug: string) => {
  const found = article(slug)
  return found && [...found.sections, ...found.terms].map(({ anchor }) => anchor)
}

function expectPlace({ article: slug, anchor }: HelpPlace) {
  expect(anchorsOf(slug), slug).toBeDefined()
  if (anchor) expect(anchorsOf(slug)).toContain(anchor)
}

// The records are complete, or they would not compile: what they name must exist, and say what to do in both consoles.
describe.each(Object.entries({ ...articleOfType, ...articleOfStatus }))('a refusal with %s', (code, place) => {
  test('has an article', () => expectPlace(place))
  test('which names it, and says what to do in Okta and in Entra, and how to see that it is mended', () => {
    const { title, sections } = article(place.article)!
    expect(title).toContain(code)
    const headings = sections.map(({ heading }) => heading)
    expect(headings).toEqual(
      expect.arrayContaining(['In Okta', 'In Microsoft Entra ID', 'How to see that it is mended']),
    )
  })
})

test.each([
  [{ status: 409, scimType: 'uniqueness', url: '/Users' }, { article: 'error-uniqueness' }],
  [{ status: 409, scimType: null, url: '/Groups' }, { article: 'error-409' }],
  [
    { status: 400, scimType: 'invalidCount', url: '/Users' },
    { article: 'error-cursors', anchor: 'invalidcount' },
  ],
  [{ status: 401, scimType: null, url: '/Users' }, { article: 'error-401' }],
  [{ status: 401, scimType: null, url: '/oauth/token' }, { article: 'error-token-endpoint' }],
  [{ status: 429, scimType: null, url: '/oauth/token' }, { article: 'error-429' }],
  [{ status: 507, scimType: null, url: '/Users' }, { article: 'error-500' }],
  [
    { status: 418, scimType: 'unheardOf', url: '/Users' },
    { article: 'reading-a-log-row', anchor: 'status-codes' },
  ],
  [{ status: 200, scimType: null, url: '/Users' }, undefined],
])('%j: %j', (call, place) => {
  expect(errorArticle(call)).toEqual(place)
  if (place) expectPlace(place)
})

const oauthCodes = readFileSync('lib/http/oauth/oauth-error.ts', 'utf8').match(/type OAuthCode =\s*([^\n]+)/)![1]!
test.each([...oauthCodes.matchAll(/'(\w+)'/g)].map((match) => match[1]!))(
  'the token URL’s %s has a section',
  (code) => {
    expect(anchorsOf('error-token-endpoint')).toContain(anchorOf(code))
  },
)

test.each(LENIENCIES.map(({ code }) => code))('the leniency %s has a section', (code) => {
  const place = noteArticle(code)
  expect(place.anchor).toBeDefined()
  expectPlace(place)
})

test('other notes have one too, and a new one leads to the article', () => {
  for (const code of ['unknown-attribute', 'read-only', 'bulk', 'active-unchanged']) expectPlace(noteArticle(code))
  expect(noteArticle('new-one')).toEqual({ article: 'leniencies' })
})

describe.each([usersSpec([], []), groupsSpec([], []), syncLogsSpec, attributesSpec])('$title', ({ page, columns }) => {
  test.each(columns.map(({ title }) => title))('explains its column %s', (title) => {
    expectPlace({ article: page, anchor: helpAnchor(title) })
  })
})

test.each(attributeRows(sharedRegistry).map((row) => [row.local, row] as const))(
  'the attribute %s is explained',
  (_, row) => expectPlace(helpOf(row)),
)

test('an attribute that raises questions is explained by name', () => {
  const rows = new Map(attributeRows(sharedRegistry).map((row) => [row.local, row]))
  const anchors = ['userName', 'manager.value', 'externalId', 'nickName'].map(
    (local) => helpOf(rows.get(local)!).anchor,
  )
  expect(anchors).toEqual(['username', 'manager', 'external-id', 'supported-and-stored'])
})

describe('every page of the portal', () => {
  const pages = readdirSync('app/(portal)', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('page.tsx') && !path.startsWith('help'),
  )
  test.each(pages)('%s has a help icon, whose article exists', (path) => {
    const [, slug] = /<HelpButton article="([^"]+)"/.exec(readFileSync(`app/(portal)/${path}`, 'utf8')) ?? []
    expectPlace({ article: slug ?? 'none' })
  })
  const links = readdirSync('app/(portal)', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) =>
      [...readFileSync(`app/(portal)/${path}`, 'utf8').matchAll(/<HelpLink\s[^>]*>/g)].map(([tag]) => tag),
    )
    .flatMap((tag) => {
      const [, slug] = /article="([^"]+)"/.exec(tag) ?? []
      const [, anchor] = /anchor="([^"]+)"/.exec(tag) ?? []
      return slug ? [{ article: slug, ...(anchor && { anchor }) }] : []
    })
  test.each(links)('leads to $article $anchor', expectPlace)
})
