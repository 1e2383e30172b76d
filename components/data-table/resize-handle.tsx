'use client'

import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { columnWidths, widthWithin } from '@/lib/tables/table-settings'

const STEP = 8
const LARGE_STEP = 40

/** The right edge of a header: dragged, or moved by the arrow keys; a double click or Delete gives the column its own width again. */
export function ResizeHandle({
  title,
  width,
  onResize,
}: {
  title: string
  /** Pixels. */
  width: number
  onResize: (width: number | undefined, done: boolean) => void
}) {
  const from = useRef<{ x: number; width: number; last?: number }>(undefined)
  const take = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    // As it is on the screen: a column may be stretched beyond its width.
    from.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? width }
  }
  const drag = (event: PointerEvent) => {
    const start = from.current
    if (!start || (event.clientX === start.x && start.last === undefined)) return
    start.last = widthWithin(start.width + event.clientX - start.x)
    onResize(start.last, false)
  }
  const letGo = () => {
    const last = from.current?.last
    from.current = undefined
    if (last !== undefined) onResize(last, true)
  }
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.shiftKey ? LARGE_STEP : STEP
    const now = event.currentTarget.parentElement?.offsetWidth ?? width
    const next = { ArrowLeft: now - by, ArrowRight: now + by }[event.key]
    if (next === undefined && event.key !== 'Delete') return
    event.preventDefault()
    onResize(next === undefined ? undefined : widthWithin(next), true)
  }
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${title}`}
      aria-valuenow={width}
      aria-valuemin={columnWidths.least}
      aria-valuemax={columnWidths.most}
      title="Drag, or use the arrow keys. Double click for the width that it had."
      tabIndex={0}
      onPointerDown={take}
      onPointerMove={drag}
      onLostPointerCapture={letGo}
      onDoubleClick={() => onResize(undefined, true)}
      onKeyDown={step}
      className="absolute inset-y-0 right-0 w-2.5 cursor-col-resize touch-none after:absolute after:inset-y-1.5 after:right-0 after:w-px after:bg-line-strong after:opacity-0 group-hover/head:after:opacity-100 hover:after:w-0.5 hover:after:bg-accent focus-visible:after:opacity-100"
    />
  )
}
