import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

const tones = {
  info: { icon: Info, box: 'border-line bg-sunken', mark: 'text-ink-2' },
  warn: { icon: TriangleAlert, box: 'border-warn/30 bg-warn-tint', mark: 'text-warn' },
  bad: { icon: CircleAlert, box: 'border-bad/30 bg-bad-tint', mark: 'text-bad' },
}

/** Something to know, in place. `action` stands at its end. */
export function Notice({
  tone = 'info',
  title,
  children,
  action,
  className,
}: {
  tone?: keyof typeof tones
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  className?: string
}) {
  const { icon: Icon, box, mark } = tones[tone]
  return (
    <div className={classNames('flex items-start gap-2 rounded-m border px-2.5 py-2 text-table', box, className)}>
      <Icon className={classNames('icon mt-px', mark)} aria-hidden />
      <div className="min-w-0 flex-1 break-words">
        {title && <p className="font-[560]">{title}</p>}
        <>{children}</>
      </div>
      <>{action}</>
    </div>
  )
}
