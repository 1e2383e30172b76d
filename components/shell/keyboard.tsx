'use client'

import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { Dialog } from '../ui/dialog'
import { keepPreference } from '../ui/preferences'
import { Switch } from '../ui/switch'
import { keys, pressKey } from './keys'

const KeyboardContext = createContext<() => void>(() => undefined)

/** Opens the sheet of keys. */
export const useKeySheet = () => use(KeyboardContext)

/** Listens to single keys on every page, and shows what they do. `on`: whether this browser wants them. */
export function KeyboardProvider({ on, children }: { on: boolean; children: ReactNode }) {
  const [active, setActive] = useState(on)
  const [sheet, setSheet] = useState(false)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      if (active && pressKey(event)) event.preventDefault()
      else if (event.key === '?' && active && isText(event.target) === false) setSheet(true)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [active])
  const choose = (next: boolean) => {
    setActive(next)
    keepPreference('keys', next ? 'on' : 'off')
  }
  return (
    <KeyboardContext value={() => setSheet(true)}>
      {children}
      <Dialog open={sheet} onClose={() => setSheet(false)} title="Keys">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
          {keys.map(({ key, does }) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="mono inline-block min-w-7 rounded-s border border-line bg-sunken px-1.5 text-center">
                  {key}
                </kbd>
              </dt>
              <dd className="text-ink-2">{does}</dd>
            </div>
          ))}
        </dl>
        <label className="flex items-center gap-3 border-t border-line pt-4">
          <span className="flex-1">
            Single keys
            <span className="block text-small text-ink-2">
              Off if they get in the way of speech input. Enter and Esc stay.
            </span>
          </span>
          <Switch checked={active} onCheckedChange={choose} />
        </label>
      </Dialog>
    </KeyboardContext>
  )
}

const isText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
