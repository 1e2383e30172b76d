'use client'

import { useState, type KeyboardEvent, type PointerEvent } from 'react'

interface Brush {
  /** Under the pointer, or where the keyboard is. */
  at?: number
  /** Where the choice began. */
  anchor?: number
  dragging?: boolean
}

/**
 * Choosing a stretch of `count` bars: the pointer drags; arrows move, Shift extends, Enter takes, Escape lets go.
 * @param onTake the first and the last bar that were chosen
 */
export function useBrush(count: number, onTake: (first: number, last: number) => void) {
  const [given, setBrush] = useState<Brush>({})
  const within = (at: number) => Math.min(Math.max(at, 0), count - 1)
  const at = given.at === undefined ? undefined : within(given.at)
  const anchor = given.anchor === undefined ? undefined : within(given.anchor)
  const under = (event: PointerEvent<Element>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return within(Math.floor(((event.clientX - left) / width) * count))
  }
  const take = (from: number, to: number) => {
    setBrush({ at: to })
    onTake(Math.min(from, to), Math.max(from, to))
  }
  const move = (to: number, extend: boolean) =>
    setBrush({ at: within(to), ...(extend && { anchor: anchor ?? at ?? within(to) }) })
  const keys = (event: KeyboardEvent): (() => void) | undefined => {
    const here = at ?? count
    switch (event.key) {
      case 'ArrowLeft':
        return () => move(here - 1, event.shiftKey)
      case 'ArrowRight':
        return () => move(at === undefined ? 0 : here + 1, event.shiftKey)
      case 'Home':
        return () => move(0, event.shiftKey)
      case 'End':
        return () => move(count - 1, event.shiftKey)
      case 'Enter':
        return at === undefined ? undefined : () => take(anchor ?? at, at)
      case 'Escape':
        return at === undefined && anchor === undefined ? undefined : () => setBrush({})
      default:
        return undefined
    }
  }
  return {
    at,
    chosen:
      at !== undefined && anchor !== undefined ? ([Math.min(at, anchor), Math.max(at, anchor)] as const) : undefined,
    handlers: {
      onPointerDown: (event: PointerEvent<Element>) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setBrush({ at: under(event), anchor: under(event), dragging: true })
      },
      onPointerMove: (event: PointerEvent<Element>) => setBrush({ ...given, at: under(event) }),
      onPointerUp: (event: PointerEvent<Element>) => {
        if (given.dragging && anchor !== undefined) take(anchor, under(event))
      },
      onPointerCancel: () => setBrush({}),
      onPointerLeave: () => !given.dragging && setBrush({}),
      onBlur: () => setBrush({}),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const act = keys(event)
        if (!act) return
        event.preventDefault()
        event.stopPropagation()
        act()
      },
    },
  }
}
