'use client'

import { useSyncExternalStore } from 'react'
import { keepPreference, themes, type Theme } from './preferences'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const worn = (): Theme => themes.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system'

function wear(theme: Theme) {
  document.documentElement.dataset.theme = theme
  keepPreference('theme', theme)
  for (const listener of listeners) listener()
}

/** The theme that the page wears, and how to change it here and for the next visits. */
export const useTheme = (): [Theme, (theme: Theme) => void] => [
  useSyncExternalStore(subscribe, worn, () => 'system'),
  wear,
]
