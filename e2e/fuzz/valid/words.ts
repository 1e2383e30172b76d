import type { Random } from '../../product/random'

const FIRST = ['Ann', 'Bo', 'Chloé', 'Dmitri', 'Eva-Maria', 'Ẽlodie', '李', 'Øyvind', 'Zoë', 'O’Neil']
const LAST = ['Berg', 'Çelik', 'Núñez', 'Straße', 'van der Berg', 'Ivanov', '王', 'İnan', 'Smith']

/** Texts that break what was not thought of. */
export const ODD = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202eevil',
  'e\u0301',
  '\ufeff',
  '\uffff',
  '😀'.repeat(20),
  'İıſK',
  'null',
  'true',
  '-1',
  '__proto__',
  'constructor',
  'toString',
  "'; drop table users; --",
  '%00',
  '%s%n',
  '${7*7}',
  '<script>',
  '../../etc/passwd',
  '\\',
  '"',
  '\r\nX-Injected: 1',
  '\u2028',
  '9999-12-31T23:59:59Z',
  '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-01-01T00:00:00Z',
  '1e400',
]

export const oddText = (random: Random) => {
  if (random.chance(0.8)) return random.pick(ODD)
  return random.pick(['x', 'ß', '😀', 'a\u0301', '%', '"']).repeat(random.pick([255, 256, 769, 5_000, 70_000]))
}

export const first = (random: Random) => random.pick(FIRST)
export const last = (random: Random) => random.pick(LAST)
/** Few enough that the same name comes again. */
export const userName = (random: Random) => `fuzz.${random.below(400)}@x.example`
export const groupName = (random: Random) => `Fuzz ${random.below(60)}`
