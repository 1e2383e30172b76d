import { canonicalName, createRegistry } from '@/lib/scim'
import type { Provider } from './provider'

const MOST = 100

// What the log itself is made of: it tells calls and resources apart by them, and says nothing about anybody.
const NEEDED = /^(id|schemas|meta(\..*)?)$/

/**
 * Reads the path of an attribute that is to be left out of the log, beside those that are already.
 * @returns its canonical spelling, or what keeps it from being left out, in words
 */
export function readRedacted(provider: Provider, text: string): { name: string } | { wrong: string } {
  const asked = text.trim()
  if (asked === '') return { wrong: 'Give the path of an attribute, such as name.familyName.' }
  const shown = `"${asked.slice(0, 200)}"`
  const registry = createRegistry({ ...provider, strict: false })
  if (registry.schemas.some(({ id }) => id.toLowerCase() === asked.toLowerCase()))
    return { wrong: 'This is a whole schema. Name its attributes one by one.' }
  const name = canonicalName(registry, asked)
  if (name === undefined)
    return {
      wrong: `Users and groups of this provider have no attribute ${shown}. SCIM Attributes lists those they have.`,
    }
  if (NEEDED.test(name)) return { wrong: `The log needs ${name}, which says nothing about anybody.` }
  if (name === 'password') return { wrong: 'Passwords and tokens are always left out.' }
  if (provider.redactedAttributes.includes(name)) return { wrong: `${name} is left out already.` }
  if (provider.redactedAttributes.length >= MOST) return { wrong: `At most ${MOST} attributes are left out.` }
  return { name }
}
