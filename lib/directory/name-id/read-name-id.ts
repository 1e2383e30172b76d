import { inflateRawSync } from 'node:zlib'
import { readSubject } from './read-subject'

/** The name that somebody signed in with, or why what was pasted holds none. */
export type ReadNameId =
  | {
      nameId: string
      /** Out of a SAML response, and not pasted by itself. */
      fromResponse: boolean
      /** Made anew at each sign-in (SAML core §8.3.8). */
      transient: boolean
    }
  | { problem: string }

const MOST_PASTED = 512 * 1024
const MOST_XML = 1024 * 1024
const MOST_NAME = 1024

/**
 * Reads what an administrator pasted: a NameID, or a SAML response as XML, in base64, URL-encoded, or with its form field's
 * name, deflated too as in the redirect binding (SAML bindings §3.4.4.1).
 */
export function readNameId(pasted: string): ReadNameId {
  if (pasted.length > MOST_PASTED) return { problem: 'That is too long: a SAML response of up to 512 KiB is read.' }
  if (!pasted.trim()) return { problem: 'Paste a NameID, or a SAML response.' }
  const xml = xmlOf(pasted.trim())
  const read = xml === undefined ? { nameId: pasted, transient: false } : readSubject(xml)
  if ('problem' in read) return read
  if (!read.nameId.trim()) return { problem: 'The NameID of that response is empty.' }
  if (read.nameId.length > MOST_NAME) return { problem: 'That is neither a NameID nor a SAML response.' }
  return { ...read, fromResponse: xml !== undefined }
}

function xmlOf(pasted: string): string | undefined {
  if (pasted.startsWith('<')) return pasted
  const [value = ''] = pasted.replace(/^.*?\bSAMLResponse=/is, '').split('&')
  const base64 = decoded(value).replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/_-]{24,}={0,2}$/.test(base64)) return undefined
  const bytes = Buffer.from(base64, 'base64')
  return [() => bytes, () => inflateRawSync(bytes, { maxOutputLength: MOST_XML })].map(asXml).find(Boolean)
}

function asXml(read: () => Buffer): string | undefined {
  try {
    const text = read()
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart()
    return text.startsWith('<') ? text : undefined
  } catch {
    return undefined
  }
}

function decoded(value: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(value) ? decodeURIComponent(value) : value
  } catch {
    return value
  }
}
