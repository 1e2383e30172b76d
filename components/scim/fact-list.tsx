import type { ReactNode } from 'react'
import { CopyButton } from '../ui/copy-button'
import { classNames } from '../ui/class-names'
import { Shown } from '../ui/shown'

/** Labelled values under each other, as in a drawer's summary. */
export const FactList = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-1 gap-x-2.5 text-table narrow:grid-cols-[minmax(120px,30%)_1fr]">{children}</dl>
)

/** One label and its value; `copy` is what its copy button copies, `mono` is for identifiers. */
export function Fact({
  label,
  copy,
  mono,
  children,
}: {
  label: ReactNode
  copy?: string
  mono?: boolean
  children: ReactNode
}) {
  return (
    <>
      <dt className="pt-1 text-ink-2 narrow:pb-1">{label}</dt>
      <dd className="group/fact flex min-w-0 items-start pb-1 narrow:pt-1">
        <span className={classNames('min-w-0 [overflow-wrap:anywhere]', mono && 'mono leading-[18px]')}>
          {typeof children === 'string' ? <Shown text={children} /> : children}
        </span>
        {copy !== undefined && (
          <CopyButton
            text={copy}
            what={typeof label === 'string' ? label : 'value'}
            className="-my-[3px] ml-1 opacity-0 group-hover/fact:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
          />
        )}
      </dd>
    </>
  )
}

/** A heading between a drawer's parts. */
export const FactHeading = ({ children }: { children: ReactNode }) => (
  <h3 className="mt-4 mb-1 text-small font-[560] text-ink-2 first:mt-0">{children}</h3>
)
