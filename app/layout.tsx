import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from '@/components/shell/providers'
import { readPreferences } from '@/components/ui/preferences'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Rollcall', template: '%s · Rollcall' },
  description: 'Who is in, as your identity providers say.',
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

async function readRequest() {
  const jar = await cookies()
  const policy = (await headers()).get('content-security-policy') ?? ''
  return {
    ...readPreferences((name) => jar.get(name)?.value),
    nonce: /'nonce-([^']+)'/.exec(policy)?.[1],
    drawn: Date.now(),
  }
}

/** Every page is drawn per request: the policy that allows scripts carries a nonce of its own each time. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, ...request } = await readRequest()
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <Providers {...request}>{children}</Providers>
      </body>
    </html>
  )
}
