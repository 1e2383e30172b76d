import type { ReactNode } from 'react'

/** A part of a provider's page. */
export const Section = ({ title, purpose, children }: { title: string; purpose?: ReactNode; children: ReactNode }) => (
  <section className="grid gap-3">
    <header>
      <h2 className="text-lead font-semibold tracking-tight">{title}</h2>
      {purpose && <p className="text-ink-2">{purpose}</p>}
    </header>
    {children}
  </section>
)
