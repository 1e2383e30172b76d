'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { completionsAt, type Completion } from '@/lib/tables/complete-expression'
import type { ExpressionAttribute } from '@/lib/tables/spec'

/**
 * What can be written at the caret, as the list of a combobox (WAI-ARIA, list autocomplete with manual selection): arrows
 * choose, Tab and Enter take what is chosen, Escape closes the list alone.
 */
export function useCompletions(text: string, attributes: ExpressionAttribute[], onChange: (text: string) => void) {
  const input = useRef<HTMLInputElement>(null)
  const [caret, setCaret] = useState<number>()
  const [at, choose] = useState(-1)
  const next = useRef<number>(undefined)
  const found = completionsAt(text, caret ?? text.length, attributes)
  const { options } = found
  const open = caret !== undefined && options.length > 0

  // The caret goes where the taken word left it, once the field has that word.
  useEffect(() => {
    if (next.current === undefined) return
    input.current?.setSelectionRange(next.current, next.current)
    next.current = undefined
  }, [text])

  /** Opens the list at the field's caret. What is begun has a first choice; nothing is chosen for who wrote nothing. */
  const look = (value: string, place: number) => {
    const { options: offers, typed } = completionsAt(value, place, attributes)
    const whole = offers.some(({ label }) => label.toLowerCase() === typed.toLowerCase())
    setCaret(place)
    choose(typed && !whole ? 0 : -1)
  }
  const close = () => setCaret(undefined)
  const take = (option: Completion) => {
    const changed = text.slice(0, found.from) + option.insert + text.slice(found.to)
    next.current = found.from + option.caret
    onChange(changed)
    look(changed, next.current)
    input.current?.focus()
  }
  const step = (by: number) => {
    if (!open) look(text, input.current?.selectionStart ?? text.length)
    else choose((at + by + options.length + (at < 0 && by < 0 ? 1 : 0)) % options.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = open ? options[at] : undefined
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === ' ' && event.ctrlKey) look(text, input.current?.selectionStart ?? text.length)
    else if (event.key === 'Escape' && open) close()
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && chosen) take(chosen)
    else {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Home' || event.key === 'End')
        close()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return { input, open, options, what: found.what, at, look, close, take, onKeyDown }
}
