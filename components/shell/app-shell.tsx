'use client'

import { Menu as MenuIcon, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { IconButton } from '../ui/icon-button'
import { takeFocus } from '../ui/take-focus'
import type { ShellAdmin } from './admin-menu'
import { CommandMenu } from './command-menu'
import { Mark } from './mark'
import { linkOf, type ShellProvider } from './navigation'
import { Sidebar } from './sidebar'
import { useChosenProvider } from './use-chosen-provider'

/**
 * The frame of every signed-in page: a sidebar of 224 px, of icons below 1100 px, and a sheet below 720 px.
 * The page fills what is left and scrolls by itself.
 */
export function AppShell({
  providers,
  remembered,
  admin,
  signOut,
  children,
}: {
  providers: ShellProvider[]
  /** Value of the `provider` cookie. */
  remembered: string | undefined
  admin: ShellAdmin
  signOut: () => Promise<void>
  children: ReactNode
}) {
  const chosen = useChosenProvider(providers, remembered)
  const path = usePathname()
  // The sheet belongs to the page that it was opened on: following a link closes it.
  const [sheetOn, setSheetOn] = useState<string>()
  const sidebar = { providers, chosen, admin, signOut }
  return (
    <div className="grid h-dvh grid-cols-1 grid-rows-[auto_1fr] overflow-hidden narrow:grid-cols-[auto_1fr] narrow:grid-rows-1">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 rounded-m bg-accent px-3 py-1.5 text-accent-ink not-focus:sr-only"
      >
        Skip to content
      </a>
      <aside className="hidden w-14 flex-col border-r border-line bg-sunken p-2.5 narrow:flex wide:w-56">
        <Sidebar {...sidebar} rail />
      </aside>
      <header className="flex h-12 items-center gap-2.5 border-b border-line bg-sunken px-3 narrow:hidden">
        <Dialog.Root open={sheetOn === path} onOpenChange={(open) => setSheetOn(open ? path : undefined)}>
          <Dialog.Trigger asChild>
            <IconButton label="Menu" look="quiet">
              <MenuIcon aria-hidden />
            </IconButton>
          </Dialog.Trigger>
          <Dialog.Portal>
            <Dialog.Overlay className="fixed inset-0 z-30 animate-in bg-shade" />
            <Dialog.Content
              aria-describedby={undefined}
              onOpenAutoFocus={takeFocus}
              className="fixed inset-y-0 left-0 z-30 flex w-64 max-w-[85vw] animate-sheet flex-col border-r border-line bg-sunken p-2.5 shadow-float outline-none"
            >
              <Dialog.Title className="sr-only">Menu</Dialog.Title>
              <Dialog.Close asChild>
                <IconButton label="Close menu" look="quiet" className="absolute top-2 right-2">
                  <X aria-hidden />
                </IconButton>
              </Dialog.Close>
              <Sidebar {...sidebar} />
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>
        <Mark className="size-5 text-accent" />
        <span className="truncate font-semibold tracking-tight">{linkOf(path)?.title ?? 'Rollcall'}</span>
      </header>
      <main id="content" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-col overflow-y-auto outline-none">
        {children}
      </main>
      <CommandMenu providers={providers} chosen={chosen} />
    </div>
  )
}
