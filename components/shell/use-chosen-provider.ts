'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { initialProvider } from '@/lib/tables/initial-provider'
import { keepPreference } from '../ui/preferences'
import { linkOf, type ShellProvider } from './navigation'

/** The provider that this page is about: the URL's, else the one chosen last, which is remembered for the next visit. */
export function useChosenProvider(providers: ShellProvider[], remembered: string | undefined): string {
  const link = linkOf(usePathname())
  const slugs = providers.map((provider) => provider.slug)
  const asked = useSearchParams().get('provider')
  const named = asked !== null && (asked === 'all' || slugs.includes(asked)) ? asked : undefined
  const [chosen, setChosen] = useState(remembered)
  if (named !== undefined && named !== chosen) setChosen(named)
  useEffect(() => {
    if (named !== undefined) keepPreference('provider', named)
  }, [named])
  return initialProvider(named ?? chosen, slugs, link?.allProviders ?? !link?.ofProvider)
}
