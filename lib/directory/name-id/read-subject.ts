/** The NameID of a response's subject, or why there is none to be read. */
export type Subject = { nameId: string; transient: boolean } | { problem: string }

const DEPTH = 64
const NAME = '[A-Za-z_][\\w:.-]*'
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`
// Comment, CDATA, processing instruction, declaration, end tag, start tag, text: whatever else begins with < is no XML.
const TOKEN = new RegExp(
  `<!--[^]*?-->|<!\\[CDATA\\[(?<data>[^]*?)\\]\\]>|<\\?[^]*?\\?>|(?<declaration><!)|</(?<end>${NAME})\\s*>|` +
    `<(?<start>${NAME})(?<attributes>(?:${ATTRIBUTE})*)\\s*(?<closed>/?)>|(?<text>[^<]+)`,
  'gy',
)
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const malformed = { problem: 'That is not well-formed XML. Copy the whole value again.' }

/**
 * Reads `Subject/NameID` (SAML core §2.4.1; of SAML 1.1 `NameIdentifier`) out of a response, for looking somebody up: no signature
 * is checked. Declarations are refused, so that there are no entities but the five of XML.
 */
export function readSubject(xml: string): Subject {
  const open: string[] = []
  const found = new Map<string, Subject>()
  let name: { text: string; transient: boolean } | undefined
  let encrypted = false
  let at = 0
  for (const match of xml.matchAll(TOKEN)) {
    at = match.index + match[0].length
    const { data, declaration, end, start, attributes = '', closed, text } = match.groups ?? {}
    if (declaration) return { problem: 'That XML has a document type declaration, which is never read.' }
    if (start) {
      if (name || open.length === DEPTH) return malformed
      const local = localName(start)
      if (local.startsWith('Encrypted')) encrypted = true
      const isName = (local === 'NameID' || local === 'NameIdentifier') && open.at(-1)?.endsWith('Subject')
      if (closed) continue
      if (isName) name = { text: '', transient: /:transient["']/.test(attributes) }
      open.push(start)
    } else if (end) {
      if (open.pop() !== end) return malformed
      if (name) found.set(name.text, { nameId: name.text, transient: name.transient })
      name = undefined
    } else if (name) {
      const plain = data ?? unescaped(text ?? '')
      if (plain === undefined) return malformed
      name.text += plain
    }
  }
  if (at !== xml.length || open.length > 0) return malformed
  const [only, ...more] = found.values()
  if (more.length > 0) return { problem: 'That response has several subjects with different NameIDs.' }
  if (only) return only
  return {
    problem: encrypted
      ? 'That response is encrypted. Take the NameID from the identity provider’s own sign-in log.'
      : 'That XML has no subject with a NameID. A SAML response of a sign-in that succeeded has one.',
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Text with its references read; undefined where there is one that XML does not have by itself. */
function unescaped(text: string): string | undefined {
  let known = true
  const plain = text.replace(/&([^;&]{0,10};?)/g, (_, inner: string) => {
    const name = inner.replace(/;$/, '')
    const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name)
    const point = code ? parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10) : undefined
    const character = point === undefined ? ENTITIES[name] : point <= 0x10ffff ? String.fromCodePoint(point) : undefined
    if (character === undefined || !inner.endsWith(';')) known = false
    return character ?? ''
  })
  return known ? plain : undefined
}
