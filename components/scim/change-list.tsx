import type { Json } from './json-lines'

export interface ShownChange {
  attribute: string
  before?: Json
  after?: Json
}

const words = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))

/** What a call changed: attribute, value before (struck through), value after. */
export const ChangeList = ({ changes }: { changes: ShownChange[] }) => (
  <dl className="overflow-hidden rounded-m border border-line">
    {changes.map(({ attribute, before, after }) => (
      <div
        key={attribute}
        className="mono grid grid-cols-1 gap-x-2.5 border-b border-line px-2.5 py-[5px] leading-[18px] last:border-0 narrow:grid-cols-[minmax(120px,35%)_1fr]"
      >
        <dt className="text-ink-2 [overflow-wrap:anywhere]">{attribute}</dt>
        <dd className="[overflow-wrap:anywhere]">
          {before !== undefined && (
            <del className="text-bad decoration-1">
              <span className="sr-only">before: </span>
              {words(before)}
            </del>
          )}
          {before !== undefined && after !== undefined && <span aria-hidden> → </span>}
          {after !== undefined && (
            <ins className="text-ok no-underline">
              <span className="sr-only">after: </span>
              {words(after)}
            </ins>
          )}
        </dd>
      </div>
    ))}
  </dl>
)
