/**
 * The key by which case-insensitive text is compared: NFC, lower case, NFC. The one folding of the product: uniqueness, filters,
 * sorting and the return of a user all use it, and SQL never folds. ß and ss stay different.
 */
export function foldKey(text: string): string {
  // Plain ASCII is in normal form already, and it is nearly everything that comes.
  if (!/[^ -~]/.test(text)) return text.toLowerCase()
  return text.normalize('NFC').toLowerCase().normalize('NFC')
}

/** The key of a name (userName, displayName of a group): folded and trimmed. */
export function foldName(text: string): string {
  return foldKey(text).trim()
}

/** Orders text by code point, as PostgreSQL's collation "C" does for UTF-8; JavaScript's `<` orders by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others, though their units lie below U+E000–U+FFFF. */
function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800
  return unit >= 0xd800 ? unit + 0x2000 : unit
}
