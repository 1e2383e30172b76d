import { invalidPath, type ScimError, unlessRefused } from '../error'
import type { Filter } from '../filter/ast'
import { lex } from '../filter/lexer'
import { checkLength, FilterParser } from '../filter/parse'
import { type AttrPath, readAttrPath } from './attr-path'

/** `PATH` of RFC 7644 §3.5.2: an attribute path, or a value path with perhaps a sub-attribute after the brackets. */
export interface PatchPath {
  text: string
  attr: AttrPath
  filter?: Filter
  /** The sub-attribute after the brackets. */
  sub?: string
}

/** Reads the path of a PATCH operation. Throws invalidPath, or invalidFilter for what is inside the brackets. */
export function parsePatchPath(source: string): PatchPath {
  const text = source.trim()
  checkLength(text)
  const bracket = text.indexOf('[')
  const attr = readAttrPath(bracket < 0 ? text : text.slice(0, bracket).trimEnd())
  if (!attr) throw badPath(text)
  if (bracket < 0) return { text, attr }
  const parser = new FilterParser(lexPath(text.slice(bracket), text))
  const filter = parser.readBrackets()
  const after = parser.take()
  if (after.kind === 'end') return { text, attr, filter }
  const sub = after.kind === 'word' ? /^\.([A-Za-z_$][\w$-]*)$/.exec(after.text)?.[1] : undefined
  if (sub === undefined || parser.peek().kind !== 'end') throw badPath(text)
  return { text, attr, filter, sub }
}

function lexPath(source: string, whole: string) {
  return unlessRefused(
    () => lex(source),
    ({ detail }) => {
      throw invalidPath(`The path "${shorten(whole)}" can't be read. ${detail}`)
    },
  )
}

function badPath(text: string): ScimError {
  return invalidPath(
    `The path "${shorten(text)}" can't be read. Write for example name.givenName, emails[type eq "work"].value or ` +
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department.',
  )
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}
