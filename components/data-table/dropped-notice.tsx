'use client'

import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { IconButton } from '../ui/icon-button'
import { Notice } from '../ui/notice'
import { useTableView } from './table-view'

/** Says which parts of the address meant nothing (any more), and which added attributes the schemas don't have. */
export function DroppedNotice({ dropped }: { dropped: string[] }) {
  const { columns } = useTableView()
  const absent = columns.filter(({ column, shown }) => column.absent && shown).map(({ column }) => column.title)
  return (
    <>
      <Dropped title="Part of this address was left out" names={dropped}>
        It names something that this page does not know, or that no longer exists:
      </Dropped>
      <Dropped title={absent.length > 1 ? 'Columns were left out' : 'A column was left out'} names={absent}>
        What is shown has no such attribute in its schemas. It comes back with a provider that has it, and can be
        removed under Columns:
      </Dropped>
    </>
  )
}

function Dropped({ title, names, children }: { title: string; names: string[]; children: ReactNode }) {
  const [dismissed, dismiss] = useState<string>()
  const text = names.join(', ')
  if (names.length === 0 || dismissed === text) return null
  return (
    <div role="status" className="px-4 pb-2.5 narrow:px-6">
      <Notice
        tone="warn"
        title={title}
        action={
          <IconButton label="Dismiss" look="quiet" className="-my-1.5" onClick={() => dismiss(text)}>
            <X aria-hidden />
          </IconButton>
        }
      >
        {children} <span className="mono break-all">{text}</span>
      </Notice>
    </div>
  )
}
