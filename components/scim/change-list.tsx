import type { ReactNode } from 'react'
import { Shown } from '../ui/shown'
import { changeSides } from './change-sides'
import type { Json } from './json-lines'

export interface ShownChange {
  attribute: string
  before?: Json
  after?: Json
}

const words = (value: Json) => (value === '' ? 'empty text' : typeof value === 'string' ? value : JSON.stringify(value))

/** What a call changed: the attribute, what went (−, struck through) and what came (+): signs tell them apart without colour. */
export const ChangeList = ({ changes }: { changes: ShownChange[] }) => (
  <dl className="overflow-hidden rounded-m border border-line">
    {changes.map(({ attribute, before, after }) => {
      const { gone, come } = changeSides(before, after)
      return (
        <div
          key={attribute}
          className="mono grid grid-cols-1 gap-x-2.5 border-b border-line px-2.5 py-[5px] leading-[18px] last:border-0 narrow:grid-cols-[minmax(120px,35%)_1fr]"
        >
          <dt className="text-ink-2 [overflow-wrap:anywhere]">{attribute}</dt>
          <dd className="grid gap-y-px">
            {gone.map((value, at) => (
              <Side key={`- ${at}`} sign="−" className="bg-bad-tint text-bad">
                <del className="decoration-1">
                  <span className="sr-only">before: </span>
                  <Shown text={words(value)} />
                </del>
              </Side>
            ))}
            {come.map((value, at) => (
              <Side key={`+ ${at}`} sign="+" className="bg-ok-tint text-ok">
                <ins className="no-underline">
                  <span className="sr-only">after: </span>
                  <Shown text={words(value)} />
                </ins>
              </Side>
            ))}
          </dd>
        </div>
      )
    })}
  </dl>
)

const Side = ({ sign, className, children }: { sign: string; className: string; children: ReactNode }) => (
  <span className={`flex gap-1.5 rounded-s px-1.5 ${className}`}>
    <span aria-hidden className="select-none">
      {sign}
    </span>
    <span className="min-w-0 [overflow-wrap:anywhere] whitespace-pre-wrap">{children}</span>
  </span>
)
