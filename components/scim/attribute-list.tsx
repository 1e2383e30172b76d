import { CopyButton } from '../ui/copy-button'
import { Shown } from '../ui/shown'
import type { Json } from './json-lines'

export interface AttributeItem {
  /** The path that filters take: `emails[type eq "work"].value`, `department`. */
  name: string
  /** Fully qualified, for hover. */
  urn?: string
  value: Json
}

const words = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))

/** A resource's attributes and their values, each to copy. */
export const AttributeList = ({ items }: { items: AttributeItem[] }) => (
  <dl className="overflow-hidden rounded-m border border-line text-table">
    {items.map(({ name, urn, value }) => (
      <div
        key={urn ?? name}
        className="group/attribute grid grid-cols-1 gap-x-2.5 border-b border-line px-2.5 py-1.5 last:border-0 hover:bg-sunken narrow:grid-cols-[minmax(120px,38%)_1fr]"
      >
        <dt className="mono leading-[18px] text-ink-2 [overflow-wrap:anywhere]" title={urn}>
          {name}
        </dt>
        <dd className="flex min-w-0 items-start">
          {value === '' ? (
            <span className="text-ink-2">empty text</span>
          ) : (
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <Shown text={words(value)} />
            </span>
          )}
          <CopyButton
            text={words(value)}
            what={name}
            className="-my-[3px] ml-1 opacity-0 group-hover/attribute:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
          />
        </dd>
      </div>
    ))}
  </dl>
)
