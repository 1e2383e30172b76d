'use client'

export type SignInResult = 'in' | 'credentials' | 'unavailable' | { waitSeconds: number }

async function post(action: string, fields: Record<string, string>): Promise<{ url?: string }> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
  const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' })
  const answer = await fetch(`/api/auth/${action}`, { method: 'POST', body })
  return (await answer.json()) as { url?: string }
}

/** Signs in. On 'in' the session cookie is set; the page then goes where it wants. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  try {
    const { url } = await post('callback/credentials', { email, password })
    if (!url) return 'unavailable'
    const answer = new URL(url).searchParams
    // Without a valid form token next-auth leads back to its form.
    const error = answer.get('error') ?? (answer.has('csrf') ? 'unavailable' : null)
    if (error === null) return 'in'
    const wait = /^slow-down:(\d+)$/.exec(error)
    if (wait) return { waitSeconds: Number(wait[1]) }
    return error === 'CredentialsSignin' ? 'credentials' : 'unavailable'
  } catch {
    return 'unavailable'
  }
}

/** What localStorage keeps until sign-out (the help panel's place, for one) has names with this prefix. */
export const untilSignOut = 'rollcall:'

/** Ends the session on the server, forgets what was kept until sign-out, and goes to the sign-in page. */
export async function signOut(): Promise<void> {
  await post('signout', {})
  for (const key of Object.keys(localStorage)) if (key.startsWith(untilSignOut)) localStorage.removeItem(key)
  window.location.assign('/sign-in')
}
