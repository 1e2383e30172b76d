'use client'

import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Mark } from '@/components/shell/mark'

/** What stands where a page could not be drawn, for instance while the database is away. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const [trying, start] = useTransition()
  return (
    <main className="grid min-h-full content-start justify-items-center px-5 pt-[max(2rem,18vh)] pb-8">
      <div className="w-full max-w-[420px]" role="alert">
        <Mark className="mb-6 size-5 text-accent" />
        <h1 className="text-title font-semibold tracking-tight">This page could not be read</h1>
        <p className="mt-1 text-ink-2">
          The server failed while it made the page; nothing was changed. The database may be away for a moment. The
          server’s log says what happened.
        </p>
        {error.digest && (
          <p className="mt-3 flex items-center gap-1">
            Error id <span className="mono">{error.digest}</span>
            <CopyButton text={error.digest} what="error id" />
          </p>
        )}
        <Button look="primary" className="mt-5" disabled={trying} onClick={() => start(retry)}>
          Try again
        </Button>
      </div>
    </main>
  )
}
