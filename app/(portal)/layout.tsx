import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import { Suspense, type ReactNode } from 'react'
import { HelpProvider } from '@/components/help/help-provider'
import { AppShell } from '@/components/shell/app-shell'
import { KeyboardProvider } from '@/components/shell/keyboard'
import { preferenceCookies, readPreferences } from '@/components/ui/preferences'
import { requireAdmin } from '@/lib/auth/require-admin'
import { signOut } from '@/lib/auth/client'
import { FirstLoad } from './first-load'
import { shellProviders } from './shell-providers'

/** What the browser knows a session by: the same for as long as it lasts, and no use to anybody else. */
const markOf = (sessionId: string) => createHash('sha256').update(sessionId).digest('base64url').slice(0, 12)

/** Every signed-in page: sidebar, provider switcher, help panel. Each page checks the session again by itself. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { sessionId, ...admin } = await requireAdmin()
  const [providers, jar] = await Promise.all([shellProviders(), cookies()])
  return (
    <HelpProvider session={markOf(sessionId)}>
      <KeyboardProvider on={readPreferences((name) => jar.get(name)?.value).keys}>
        <AppShell
          providers={providers}
          remembered={jar.get(preferenceCookies.provider)?.value}
          admin={{
            name: admin.name,
            email: admin.email,
            role: admin.role === 'administrator' ? 'Administrator' : 'Read-only',
          }}
          signOut={signOut}
        >
          <Suspense fallback={<FirstLoad />}>{children}</Suspense>
        </AppShell>
      </KeyboardProvider>
    </HelpProvider>
  )
}
