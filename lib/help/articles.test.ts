import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { articles, parseArticle } from './articles'

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
    expect(title).toMatch(/^[A-Z]/)
    expect(summary.length).toBeLessThan(200)
    expect(summary).toMatch(/\.$/)
    expect(new Set(sections.map(({ anchor }) => anchor)).size).toBe(sections.length)
  })

  test('links to articles that exist', () => {
    const known = articles().map(({ slug }) => slug)
    const links = sections.flatMap(({ markdown }) => [...markdown.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]))
    for (const link of links) expect(known).toContain(link)
  })
})

test('a heading inside a code block is no section', () => {
  const { sections } = parseArticle('x', '# T\n\nS.\n\n```\n## no\n```\n\n## `yes` it is\n\nText\n')
  expect(sections.map(({ anchor, heading }) => [anchor, heading])).toEqual([
    ['', ''],
    ['yes-it-is', 'yes it is'],
  ])
})

test.each(['', 'Text', '# Title', '## Section\n\nText'])('%j is no article', (text) => {
  expect(() => parseArticle('x', text)).toThrow('The article x')
})
