import type { Random } from '../../product/random'

const NUMBERS = ['1e400', '-1e400', '-0', '1E5', '0x10', 'NaN', 'Infinity', '01', '.5', '1.', '9'.repeat(400), '1e-400']
const BAD_BYTES = [
  [0xff],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe2, 0x82],
  [0x80],
  [0xfe, 0xff],
]

const kinds = {
  cut: (random: Random, text: string) => text.slice(0, random.below(text.length)),
  'cut at the front': (random: Random, text: string) => text.slice(random.below(text.length)),
  'repeated key': (random: Random, text: string) =>
    onMatch(random, text, /"[^"\\]*":/g, (key) => `${key}${random.pick(['null', '1', '"x"', '[]', '{}'])},${key}`),
  number: (random: Random, text: string) =>
    onMatch(random, text, /:("[^"\\]*"|true|false|null)/g, () => `:${random.pick(NUMBERS)}`),
  escape: (random: Random, text: string) =>
    onMatch(
      random,
      text,
      /:"/g,
      (start) => start + random.pick(['\\u0000', '\\ud800', '\\x', '\\u12', '\\', '\\u0022']),
    ),
  'stray sign': (random: Random, text: string) => {
    const at = random.below(text.length + 1)
    const sign = random.pick([',', '}', ']', '"', ':', '/**/', '\u0000', '\ufeff', '\u2028', "'", '\t', '//x\n'])
    return text.slice(0, at) + sign + text.slice(at)
  },
  'twice over': (_random: Random, text: string) => text + text,
  'blanks around': (random: Random, text: string) =>
    random.pick([' ', '\n', '\t\r\n', '\u00a0', '\ufeff']) + text + '  ',
  'many keys': (random: Random, text: string) =>
    `{${Array.from({ length: random.pick([100, 20_000]) }, (_, n) => `"k${n}":0`).join(',')},${text.slice(1)}`,
}

/** Bends a message's text, or its bytes: cut, keys repeated, numbers out of range, broken UTF-8, other encodings. */
export function bendText(random: Random, text: string): Buffer {
  if (random.chance(0.3)) return bendBytes(random, Buffer.from(text))
  return Buffer.from(kinds[random.pick(Object.keys(kinds) as (keyof typeof kinds)[])](random, text))
}

function bendBytes(random: Random, bytes: Buffer): Buffer {
  const kind = random.weighted({ bad: 6, utf16: 1, latin1: 1, noise: 1, nothing: 1 })
  if (kind === 'utf16') return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString(), 'utf16le')])
  if (kind === 'latin1') return Buffer.from(bytes.toString().replace('x', 'é'), 'latin1')
  if (kind === 'noise') return Buffer.from(Array.from({ length: random.below(500) }, () => random.below(256)))
  if (kind === 'nothing') return Buffer.alloc(0)
  const at = random.below(bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(BAD_BYTES)), bytes.subarray(at)])
}

/** One of the matches, changed. */
function onMatch(random: Random, text: string, pattern: RegExp, change: (found: string) => string): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const match = random.pick(found)
  return text.slice(0, match.index) + change(match[0]) + text.slice(match.index + match[0].length)
}
