'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'

interface Kept {
  id: string
  /** Its upper edge in the window, in pixels. */
  top: number
}

const rowUnder = (target: EventTarget | Element | null) =>
  target instanceof Element ? target.closest<HTMLElement>('tr[data-row]') : null

/**
 * Keeps the row under the pointer, or with the focus, where it is when rows come above it: their list scrolls instead.
 * @param rows changes with the rows
 */
export function useKeptRow(on: boolean, rows: unknown) {
  const kept = useRef<Kept>(undefined)
  const pointer = useRef<{ x: number; y: number }>(undefined)
  useEffect(() => {
    if (!on) return
    const keep = (row: HTMLElement | null) => {
      kept.current = row?.dataset['row'] ? { id: row.dataset['row'], top: row.getBoundingClientRect().top } : undefined
    }
    const moved = ({ target, clientX, clientY }: PointerEvent) => {
      pointer.current = { x: clientX, y: clientY }
      keep(rowUnder(target))
    }
    const focused = ({ target }: FocusEvent) => rowUnder(target) && keep(rowUnder(target))
    const scrolled = () => {
      const at = pointer.current
      keep(rowUnder(at ? document.elementFromPoint(at.x, at.y) : document.activeElement))
    }
    const left = () => {
      pointer.current = undefined
      keep(rowUnder(document.activeElement))
    }
    const root = document.documentElement
    document.addEventListener('pointermove', moved, { passive: true })
    document.addEventListener('focusin', focused)
    document.addEventListener('scroll', scrolled, { passive: true, capture: true })
    root.addEventListener('pointerleave', left)
    return () => {
      document.removeEventListener('pointermove', moved)
      document.removeEventListener('focusin', focused)
      document.removeEventListener('scroll', scrolled, { capture: true })
      root.removeEventListener('pointerleave', left)
    }
  }, [on])
  useLayoutEffect(() => {
    const before = kept.current
    const row = on && before ? document.querySelector<HTMLElement>(`tr[data-row="${before.id}"]`) : null
    const list = row?.closest<HTMLElement>('[role=region]')
    if (!row || !list || !before) return
    list.style.overflowAnchor = 'none'
    list.scrollTop += row.getBoundingClientRect().top - before.top
    kept.current = { id: before.id, top: row.getBoundingClientRect().top }
  }, [on, rows])
}
