import type { ReactNode } from 'react'

/** A page's title, what it is for in one line (with a link to help), and its actions at the right. */
export const PageHeader = ({ title, purpose, actions }: { title: string; purpose: ReactNode; actions?: ReactNode }) => (
  <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-4 pb-3 narrow:px-6">
    <div className="min-w-0 flex-1 basis-80">
      <h1 className="text-title font-semibold tracking-tight">{title}</h1>
      <p className="text-ink-2">{purpose}</p>
    </div>
    {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
  </header>
)
