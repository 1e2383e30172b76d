import { type DemoProvider, runDemo } from '@/lib/idp-clients/demo'
import { createProvider, findProvider } from '@/lib/providers/providers'
import { generateToken, listTokens, revokeToken } from '@/lib/providers/tokens'

/**
 * Makes the demo's two providers and lets the built-in clients push to them over HTTP, until `signal`.
 * @param once ends when everything is pushed, without live traffic
 * @throws when an answer is not what the clients need
 */
export async function startDemo(origin: string, signal: AbortSignal, once: boolean): Promise<void> {
  const okta = await demoProvider('contoso-okta', 'Contoso Okta')
  const entra = await demoProvider('fabrikam-entra', 'Fabrikam Entra')
  await runDemo({ origin, providers: [okta, entra], signal, once, say: (line) => console.log(`  Demo: ${line}`) })
}

async function demoProvider(slug: string, name: string): Promise<DemoProvider> {
  const { id } = (await findProvider(slug)) ?? (await createProvider({ slug, name }))
  for (const token of await listTokens(id)) if (token.createdBy === 'demo') await revokeToken(id, token.id)
  const old = await generateToken(id, { createdBy: 'demo' })
  await revokeToken(id, old.info.id)
  const { token } = await generateToken(id, { createdBy: 'demo' })
  return { slug, token, revokedToken: old.token }
}
