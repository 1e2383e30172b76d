import type { Target } from '@/lib/idp-clients/http'

/** What the environment has to say. */
export const required = (name: string) => {
  const value = process.env[name]
  if (!value)
    throw new Error(
      `${name} must be set: the server's address, and two of its providers with their tokens (e2e/playwright.config.ts).`,
    )
  return value
}

export const origin = required('BASE_URL').replace(/\/$/, '')

const provider = (suffix: string): Target & { slug: string } => {
  const slug = required(`SCIM_PROVIDER${suffix}`)
  return { slug, baseUrl: `${origin}/scim/${slug}/v2`, token: required(`SCIM_TOKEN${suffix}`) }
}

/** For replays of clients' traffic, which read the whole list: nothing else writes to it meanwhile. */
export const replayed = provider('')

/** For the protocol suite. */
export const suite = provider('_2')

/** With extension schemas, as lib/testing/run/extended-provider.mjs makes them. */
export const extended = () => provider('_3')

let count = 0

/** Text that no other test uses. */
export const unique = (prefix: string) =>
  `${prefix}-${process.pid.toString(36)}${Date.now().toString(36)}${(count++).toString(36)}`
