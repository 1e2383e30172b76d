import { CircleAlert, CircleCheck, Info, Radio, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

const tones = {
  info: { icon: Info, box: 'border-line bg-sunken', mark: 'text-ink-2' },
  ok: { icon: CircleCheck, box: 'border-ok/30 bg-ok-tint', mark: 'text-ok' },
  warn: { icon: TriangleAlert, box: 'border-warn/30 bg-warn-tint', mark: 'text-warn' },
  bad: { icon: CircleAlert, box: 'border-bad/30 bg-bad-tint', mark: 'text-bad' },
}

/** Something to know, in place. `action` stands at its end; `live`: it is still looked for, and its icon breathes. */
export function Notice({
  tone = 'info',
  title,
  children,
  action,
  live,
  className,
}: {
  tone?: keyof typeof tones
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  live?: boolean
  className?: string
}) {
  const { icon, box, mark } = tones[tone]
  const Icon = live ? Radio : icon
  return (
    <div className={classNames('flex items-start gap-2 rounded-m border px-2.5 py-2 text-table', box, className)}>
      <Icon
        className={classNames('icon mt-px', mark, live && 'animate-[breathe_2s_ease-in-out_infinite]')}
        aria-hidden
      />
      <div className="min-w-0 flex-1 break-words">
        {title && <p className="font-[560]">{title}</p>}
        <>{children}</>
      </div>
      <>{action}</>
    </div>
  )
}
