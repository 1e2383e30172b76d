import type { ReactNode } from 'react'
import { Time } from '../ui/time'
import { classNames } from '../ui/class-names'

const dots = {
  good: 'bg-ok',
  plain: 'bg-off',
  bad: 'border-2 border-bad bg-raised',
}

/** Moments under each other along a line, newest first. */
export const Timeline = ({ label, children }: { label: string; children: ReactNode }) => (
  <ol aria-label={label}>{children}</ol>
)

/** One moment: what happened, and below it what there is to say about it. */
export const TimelineEntry = ({
  at,
  tone,
  title,
  children,
}: {
  /** ISO 8601. */
  at: string
  tone: keyof typeof dots
  title: ReactNode
  children?: ReactNode
}) => (
  <li className="group/moment grid grid-cols-[9px_1fr] gap-x-3 narrow:grid-cols-[112px_9px_1fr]">
    <p className="col-start-2 text-table text-ink-2 narrow:col-start-1 narrow:pt-px">
      <Time at={at} exact />
    </p>
    <span
      aria-hidden
      className="relative col-start-1 row-span-2 row-start-1 flex justify-center narrow:col-start-2 narrow:row-span-1"
    >
      <span className="absolute top-[5px] -bottom-[5px] w-px bg-line group-last/moment:hidden" />
      <span className={classNames('relative mt-[5px] size-[9px] rounded-full', dots[tone])} />
    </span>
    <div className="col-start-2 grid min-w-0 grid-cols-1 gap-1.5 pb-5 narrow:col-start-3">
      <p className="[overflow-wrap:anywhere]">{title}</p>
      <>{children}</>
    </div>
  </li>
)
