'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'

/** Takes a text from a file of the administrator's. */
export function ReadFile({ onText }: { onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json,application/scim+json"
        aria-label="Read from a file"
        className="sr-only"
        tabIndex={-1}
        onChange={async ({ target }) => {
          const file = target.files?.[0]
          // The beginning of a file that is no schema is enough to say so.
          if (file) onText(await file.slice(0, MOST_BYTES).text())
          target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>Read from a file</Button>
    </div>
  )
}

const MOST_BYTES = 512 * 1024
