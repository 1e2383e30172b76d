'use client'

import { useEffect, useState, useSyncExternalStore, type KeyboardEvent, type PointerEvent } from 'react'
import { firstPlace, fit, moved, nextPreset, presets, resized, type Place, type Preset } from './place'

/** Removed by sign-out (lib/auth/client.ts), and of no use to another session. */
const key = 'rollcall:help'

interface Kept {
  session: string
  place: Place
  fontSize: number
}

const windowSize = () => ({ width: window.innerWidth, height: window.innerHeight })

function read(session: string): Kept {
  const fresh = { session, place: firstPlace(windowSize()), fontSize: 14 }
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    return kept?.session === session ? { ...fresh, ...kept, place: fit(kept.place, windowSize()) } : fresh
  } catch {
    return fresh
  }
}

const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Where the panel stands, how large it and its text are, and what drags it. It lasts until sign-out.
 * `move` and `resize` are the handlers of a drag handle: by pointer, and by arrow keys (16 px, with Shift 64 px).
 */
export function usePanel(session: string) {
  const [kept, setKept] = useState(() => read(session))
  useEffect(() => localStorage.setItem(key, JSON.stringify(kept)), [kept])
  useEffect(() => {
    const refit = () => setKept((before) => ({ ...before, place: fit(before.place, windowSize()) }))
    window.addEventListener('resize', refit)
    return () => window.removeEventListener('resize', refit)
  }, [])

  const [drag, setDrag] = useState<{ x: number; y: number; from: Place } | null>(null)
  const handle = (change: typeof moved) => ({
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ x: event.clientX, y: event.clientY, from: kept.place })
    },
    onPointerMove(event: PointerEvent) {
      if (!drag) return
      const { x, y, from } = drag
      const place = change(from, event.clientX - x, event.clientY - y, windowSize())
      setKept((before) => ({ ...before, place }))
    },
    onPointerUp: () => setDrag(null),
    onPointerCancel: () => setDrag(null),
    onKeyDown(event: KeyboardEvent) {
      const step = steps[event.key]
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      const by = event.shiftKey ? 64 : 16
      setKept((before) => ({ ...before, place: change(before.place, step[0] * by, step[1] * by, windowSize()) }))
    },
  })

  return {
    place: kept.place,
    fontSize: kept.fontSize,
    setFontSize: (fontSize: number) => setKept((before) => ({ ...before, fontSize })),
    /** Where a click puts it next. */
    next: nextPreset(kept.place, windowSize()),
    put: (preset: Preset) => setKept((before) => ({ ...before, place: presets[preset](windowSize()) })),
    move: handle(moved),
    resize: handle(resized),
  }
}

const narrow = '(width < 720px)'

/** Whether the window has no room for a panel beside the page: then it is a sheet at the bottom. */
export const useNarrow = () =>
  useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(narrow)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(narrow).matches,
    () => false,
  )
