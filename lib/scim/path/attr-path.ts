import { invalidPath } from '../error'

/**
 * `attrPath` of RFC 7644 §3.4.2.2: `[URI ":"] ATTRNAME [subAttr]`. The split of a text with a URI is a guess until the URI is
 * known, for URNs themselves hold dots and colons; resolving goes by `text`.
 */
export interface AttrPath {
  /** As written. */
  text: string
  schema?: string
  name: string
  sub?: string
  /** Where it begins in the filter or path, from 0. */
  at: number
}

const NAME = String.raw`[A-Za-z_$][\w$-]*`
const PLAIN = new RegExp(`^(${NAME})(?:\\.(${NAME}))?$`)
const WITH_URI = /^([A-Za-z][^\s"()[\]]*):([\w$-]+)((?:\.[\w$-]+)*)$/

/** Reads an attribute path; undefined when the text is none. */
export function readAttrPath(text: string, at = 0): AttrPath | undefined {
  const plain = PLAIN.exec(text)
  if (plain) return build(text, undefined, plain[1]!, plain[2], at)
  const qualified = WITH_URI.exec(text)
  if (!qualified) return undefined
  return build(text, qualified[1], qualified[2]!, qualified[3] ? qualified[3].slice(1) : undefined, at)
}

/** Reads an attribute path. Throws invalidPath. */
export function parseAttrPath(text: string): AttrPath {
  const path = readAttrPath(text.trim())
  if (!path)
    throw invalidPath(`"${text}" is not an attribute name. Write for example userName, name.givenName or emails.`)
  return path
}

function build(text: string, schema: string | undefined, name: string, sub: string | undefined, at: number): AttrPath {
  return { text, ...(schema === undefined ? {} : { schema }), name, ...(sub === undefined ? {} : { sub }), at }
}
