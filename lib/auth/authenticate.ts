import { database } from '@/lib/db/client'
import { emailKey } from './email-key'
import { passwordMatches } from './password'
import { signInPace } from './slow-down'

type Outcome =
  | { admin: { id: string; email: string; name: string } }
  /** Wrong e-mail or wrong password: nobody is told which. */
  | { refused: 'credentials' }
  | { refused: 'slow-down'; seconds: number }

// Longer than any e-mail or password that an administrator has; hashing megabytes is work that a stranger could ask for.
const longest = 1024

/**
 * Checks an e-mail and a password. Wrong ones are answered alike, in the same time, and slow down both that e-mail and
 * that address, whether or not the e-mail exists.
 * @param address the client's address where it is known
 */
export async function authenticate(given: { email: string; password: string; address?: string }): Promise<Outcome> {
  const key = emailKey(given.email)
  if (!key || !given.password || key.length > longest || given.password.length > longest)
    return { refused: 'credentials' }
  const pace = signInPace()
  const keys = [
    { pace: pace.email, key },
    ...(given.address === undefined ? [] : [{ pace: pace.address, key: given.address }]),
  ]
  const seconds = Math.max(...(await Promise.all(keys.map((one) => one.pace.waiting(one.key)))))
  if (seconds > 0) return { refused: 'slow-down', seconds }
  await Promise.all(keys.map((one) => one.pace.count(one.key)))

  const admin = await database().prisma.admin.findUnique({ where: { emailKey: key } })
  if (!(await passwordMatches(given.password, admin?.passwordHash)) || !admin) return { refused: 'credentials' }
  await pace.email.forget(key)
  // The address keeps its failures: an administrator of their own would else buy a guesser twenty more tries.
  if (given.address !== undefined) await pace.address.takeBack(given.address)
  return { admin: { id: admin.id, email: admin.email, name: admin.name } }
}
