import { describe, expect, it } from 'vitest'
import { beginning, markedText, textParts } from './hidden-characters'

describe('characters that are not seen', () => {
  it.each([
    ['ann@x.example', 'ann@x.example'],
    ['invoice\u202Egpj.exe', 'invoice[U+202E]gpj.exe'],
    ['\u2066a\u2069', '[U+2066]a[U+2069]'],
    ['ad\u200Bmin', 'ad[U+200B]min'],
    ['ad\u200Dmin', 'ad[U+200D]min'],
    ['a\u00ADb\uFEFF', 'a[U+00AD]b[U+FEFF]'],
    ['one\ntwo\r\nthree\tfour', 'one[↵]two[↵]three[⇥]four'],
    ['bell\u0007', 'bell[U+0007]'],
    // Emoji and scripts that need joiners are left alone.
    ['👩‍👩‍👧 Ada', '👩‍👩‍👧 Ada'],
    ['می‌خواهم', 'می‌خواهم'],
    ['שלום', 'שלום'],
    ['', ''],
  ])('%j is marked as %j', (text, marked) => expect(markedText(text)).toBe(marked))

  it('stand apart from what is seen', () => {
    expect(textParts('a\u202Eb')).toEqual([{ text: 'a' }, { text: 'U+202E', hidden: true }, { text: 'b' }])
  })

  it('never end a beginning with half a character', () => {
    expect(beginning('a😀b', 2)).toBe('a')
    expect(beginning('a😀b', 3)).toBe('a😀')
    expect(beginning('ab', 2)).toBe('ab')
  })
})
