import type { ReactNode } from 'react'

/** A value to be pasted elsewhere: its name there, what it is here, and what can be done with it. */
export function ValueRow(props: {
  name: string
  what: string
  value: ReactNode
  action: ReactNode
  /** Asks to be looked at. */
  marked?: boolean
}) {
  const look = props.marked ? 'border-accent bg-accent-tint' : 'border-line'
  return (
    <div className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-m border py-2 pr-2 pl-3.5 ${look}`}>
      <div className="w-full narrow:w-52">
        <p className="font-medium">{props.name}</p>
        <p className="text-small text-ink-2">{props.what}</p>
      </div>
      <div className="min-w-0 flex-1 basis-48">{props.value}</div>
      <div className="flex gap-1">{props.action}</div>
    </div>
  )
}
