import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { article, articles, parseArticle } from './articles'

test('every file in lib/help/articles is in the table of contents', () => {
  const files = readdirSync('lib/help/articles').map((name) => name.replace(/\.md$/, ''))
  expect(files.sort()).toEqual(
    articles()
      .map(({ slug }) => slug)
      .sort(),
  )
})

describe.each(articles().map((one) => [one.slug, one] as const))('%s', (_, { title, summary, sections }) => {
  test('has a title, a summary of one or two sentences, and headings that differ', () => {
    expect(title).toMatch(/^[A-Z\d]/)
    expect(summary.length).toBeLessThan(200)
    expect(summary).toMatch(/\.$/)
    expect(new Set(sections.map(({ anchor }) => anchor)).size).toBe(sections.length)
  })

  test('links to articles that exist', () => {
    const links = sections.flatMap(({ markdown }) => [...markdown.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!))
    for (const link of links) {
      const [slug = '', anchor] = link.split('#')
      const found = article(slug)
      expect(found, link).toBeDefined()
      if (anchor) expect([...found!.sections, ...found!.terms].map((each) => each.anchor)).toContain(anchor)
    }
  })
})

test('a heading inside a code block is no section', () => {
  const { sections } = parseArticle('x', '# T\n\nS.\n\n```\n## no\n```\n\n## `yes` it is\n\nText\n')
  expect(sections.map(({ anchor, heading }) => [anchor, heading])).toEqual([
    ['', ''],
    ['yes-it-is', 'yes it is'],
  ])
})

test('what lists and tables explain has an anchor, each once and none that a section has', () => {
  const text =
    '# T\n\nS.\n\n## Type\n\n- **Status**: x\n- **Type**, **Case-exact** and **`a`**: y, **no**\n\n| H | |\n| - | - |\n| Status | z |\n| Two words | z |\n'
  expect(parseArticle('x', text).terms).toEqual([
    { text: 'Status', anchor: 'status' },
    { text: 'Case-exact', anchor: 'case-exact' },
    { text: 'a', anchor: 'a' },
    { text: 'H', anchor: 'h' },
    { text: 'Two words', anchor: 'two-words' },
  ])
})

test.each(['', 'Text', '# Title', '## Section\n\nText'])('%j is no article', (text) => {
  expect(() => parseArticle('x', text)).toThrow('The article x')
})
