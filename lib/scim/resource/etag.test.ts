import { expect, test } from 'vitest'
import { matchableVersions, matchesEtag } from './etag'

test.each<[header: string, version: string, matches: boolean]>([
  ['W/"3"', 'W/"3"', true],
  ['"3"', 'W/"3"', true],
  ['w/"3"', 'W/"3"', true],
  ['*', 'W/"3"', true],
  [' * ', 'W/"3"', true],
  ['W/"1", "2" ,W/"3"', 'W/"3"', true],
  ['W/"1", W/"2"', 'W/"3"', false],
  ['W/"3-abc"', 'W/"3-abc"', true],
  ['W/"3-abc"', 'W/"3-abd"', false],
  ['W/"33"', 'W/"3"', false],
  ['"a,b"', '"a,b"', true],
  ['3', 'W/"3"', true],
  ['', 'W/"3"', false],
  ['""', 'W/"3"', false],
])('%s against %s', (header, version, matches) => expect(matchesEtag(header, version)).toBe(matches))

test.each<[header: string, versions: '*' | number[]]>([
  ['*', '*'],
  ['W/"3"', [3]],
  ['"3-digest", W/"4"', [3, 4]],
  ['"made-elsewhere"', []],
  ['"99999999999"', []],
])('the counters of %s', (header, versions) => expect(matchableVersions(header)).toEqual(versions))
