'use client'

import Link from 'next/link'
import type { MouseEvent, ReactNode } from 'react'
import { useHelp } from './help-provider'

/** Leads to an article: opens it in the panel; with Ctrl, Shift or the middle button in a tab or window, as any link. */
export function HelpLink({ article, anchor, children }: { article: string; anchor?: string; children: ReactNode }) {
  const help = useHelp()
  const opens = (event: MouseEvent) => {
    if (!help || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    help.open(article, anchor)
  }
  return (
    <Link href={`/help/${article}${anchor ? `#${anchor}` : ''}`} onClick={opens} prefetch={false} className="link">
      {children}
    </Link>
  )
}
