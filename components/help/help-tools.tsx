'use client'

import { AArrowDown, AArrowUp, ExternalLink } from 'lucide-react'
import { CopyButton } from '@/components/ui/copy-button'
import { IconButton } from '@/components/ui/icon-button'
import { fontSizes, nextFontSize } from './place'
import type { Stop } from './trail'

/** Size of the text, the article's link, and the article in a tab of its own. */
export function HelpTools(props: { stop: Stop; fontSize: number; setFontSize: (size: number) => void }) {
  const { stop, fontSize, setFontSize } = props
  const path = stop.at === 'contents' ? '/help' : `/help/${stop.slug}${stop.anchor ? `#${stop.anchor}` : ''}`
  return (
    <>
      <IconButton
        label="Smaller text"
        look="quiet"
        disabled={fontSize <= fontSizes[0]}
        onClick={() => setFontSize(nextFontSize(fontSize, -1))}
      >
        <AArrowDown />
      </IconButton>
      <IconButton
        label="Larger text"
        look="quiet"
        disabled={fontSize >= fontSizes.at(-1)!}
        onClick={() => setFontSize(nextFontSize(fontSize, 1))}
      >
        <AArrowUp />
      </IconButton>
      <CopyButton what="link to this article" text={new URL(path, location.origin).href} className="size-[30px]" />
      <IconButton label="Open in a tab" look="quiet" onClick={() => window.open(path, '_blank', 'noopener')}>
        <ExternalLink />
      </IconButton>
    </>
  )
}
