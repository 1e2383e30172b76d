'use client'

import { Popover } from 'radix-ui'
import { useEffect, useState } from 'react'
import { CopyButton } from './copy-button'
import { exactTime } from './format-time'
import { useTimes } from './times'

const SHOW_MS = 350
const HIDE_MS = 250

/**
 * The moment under the pointer in local time, in UTC and since the epoch, each to be copied. One card for all times on the
 * page: a table has hundreds.
 */
export function TimeCard() {
  const { localZone } = useTimes()
  const { time, hide } = usePointedTime()
  if (!time?.isConnected) return null
  const at = new Date(time.dateTime)
  const forms = [
    ...(localZone === 'UTC'
      ? []
      : [{ name: 'Local', text: exactTime(at, localZone), copied: exactTime(at, localZone) }]),
    { name: 'UTC', text: exactTime(at, 'UTC'), copied: at.toISOString() },
    { name: 'Epoch', text: `${at.getTime()} ms`, copied: String(at.getTime()) },
  ]
  return (
    <Popover.Root key={time.dateTime} open onOpenChange={hide}>
      <Popover.Anchor virtualRef={{ current: time }} />
      <Popover.Portal>
        <Popover.Content
          data-time-card
          aria-label="Time"
          side="top"
          sideOffset={2}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="z-50 animate-in rounded-m border border-line bg-raised py-1 pr-1 pl-3 text-small shadow-float outline-none"
        >
          <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 tabular-nums">
            {forms.map(({ name, text, copied }) => (
              <div key={name} className="contents">
                <dt className="text-ink-2">{name}</dt>
                <dd>{text}</dd>
                <dd>
                  <CopyButton text={copied} what={`the time as ${name}`} />
                </dd>
              </div>
            ))}
          </dl>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The `<time>` on which the pointer came to rest, until it has left it and the card. What moves under it does not count. */
function usePointedTime() {
  const [time, setTime] = useState<HTMLTimeElement>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const point = ({ target, pointerType }: PointerEvent) => {
      if (!(target instanceof Element)) return
      clearTimeout(timer)
      if (target.closest('[data-time-card]')) return
      const found = target.closest('time')
      timer = setTimeout(() => setTime(found ?? undefined), found ? (pointerType === 'mouse' ? SHOW_MS : 0) : HIDE_MS)
    }
    document.addEventListener('pointermove', point)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointermove', point)
    }
  }, [])
  return { time, hide: () => setTime(undefined) }
}
