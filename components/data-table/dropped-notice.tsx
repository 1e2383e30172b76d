'use client'

import { X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../ui/icon-button'
import { Notice } from '../ui/notice'

/** Says which parts of the address meant nothing (any more). */
export function DroppedNotice({ dropped }: { dropped: string[] }) {
  const [dismissed, dismiss] = useState<string>()
  const text = dropped.join(', ')
  if (dropped.length === 0 || dismissed === text) return null
  return (
    <div role="status" className="px-4 pb-2.5 narrow:px-6">
      <Notice
        tone="warn"
        title="Part of this address was left out"
        action={
          <IconButton label="Dismiss" look="quiet" className="-my-1.5" onClick={() => dismiss(text)}>
            <X aria-hidden />
          </IconButton>
        }
      >
        It names something that this page does not know, or that no longer exists:{' '}
        <span className="mono break-all">{text}</span>
      </Notice>
    </div>
  )
}
