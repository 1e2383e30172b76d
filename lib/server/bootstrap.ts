import { env } from '@/lib/env'
import { ensureProvider } from '@/lib/providers/bootstrap'
import { readClientKeys } from '@/lib/providers/oauth/client-keys'
import { StartError } from './start-error'

/**
 * Makes the provider that the environment names, with its token and OAuth client, when there is none of its slug.
 * @throws StartError when the client's keys can't be read
 */
export async function bootstrap(): Promise<void> {
  const { BOOTSTRAP_PROVIDER: slug, BOOTSTRAP_TOKEN: token, BOOTSTRAP_CLIENT_ID: id } = env()
  if (!slug || !token) return
  await ensureProvider(slug, token, id === undefined ? undefined : { id, ...clientProofs() })
}

function clientProofs() {
  const { BOOTSTRAP_CLIENT_SECRET: secret, BOOTSTRAP_CLIENT_KEYS: given } = env()
  const read = given === undefined ? { keys: [] } : readClientKeys(given)
  if ('wrong' in read) throw new StartError(`BOOTSTRAP_CLIENT_KEYS can’t be used. ${read.wrong}`)
  return { secret, keys: read.keys }
}
