import { expect, test } from 'vitest'
import { back, canGoBack, canGoForward, contents, current, forward, search, start, visit, type Stop } from './trail'

const article = (slug: string): Stop => ({ at: 'article', slug, anchor: '' })

test('back and forward go through what was visited', () => {
  let trail = visit(visit(start(article('users')), article('groups')), contents)
  expect(canGoForward(trail)).toBe(false)
  trail = back(back(trail))
  expect(current(trail)).toEqual(article('users'))
  expect(canGoBack(trail)).toBe(false)
  expect(back(trail)).toBe(trail)
  trail = forward(trail)
  expect(current(trail)).toEqual(article('groups'))
  expect(current(forward(trail))).toEqual(contents)
})

test('a new visit forgets what lay ahead', () => {
  const trail = visit(back(visit(start(article('users')), article('groups'))), article('leniencies'))
  expect(trail.stops).toEqual([article('users'), article('leniencies')])
  expect(canGoForward(trail)).toBe(false)
})

test('going where one is adds nothing', () => {
  const trail = start(article('users'))
  expect(visit(trail, article('users'))).toBe(trail)
})

test('a search is one stop, however many letters it has', () => {
  let trail = start(article('users'))
  for (const query of ['o', 'ok', 'okt', 'okta']) trail = search(trail, query)
  expect(trail.stops).toEqual([article('users'), { at: 'contents', query: 'okta' }])
  trail = visit(trail, article('connect-okta'))
  expect(current(back(trail))).toEqual({ at: 'contents', query: 'okta' })
  expect(current(back(back(trail)))).toEqual(article('users'))
})
