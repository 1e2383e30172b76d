'use client'

import { CircleHelp } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { useHelp } from './help-provider'

/** The help icon of a page: opens the page's article without leaving it. */
export function HelpButton({ article }: { article: string }) {
  const help = useHelp()
  return (
    <IconButton label="Help" onClick={() => help?.open(article)}>
      <CircleHelp />
    </IconButton>
  )
}
