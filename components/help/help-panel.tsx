'use client'

import { GripVertical, Maximize2, PanelLeft, PanelRight, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { HelpArticle } from './help-article'
import { HelpContents } from './help-contents'
import { HelpNavigation } from './help-navigation'
import { HelpTools } from './help-tools'
import { contents, current, visit, type Trail } from './trail'
import { useNarrow, usePanel } from './use-panel'

/** The Help Browser: a panel over the page that leaves the page usable. */
export function HelpPanel(props: { session: string; trail: Trail; go: (trail: Trail) => void; close: () => void }) {
  const { trail, go, close } = props
  const panel = usePanel(props.session)
  const narrow = useNarrow()
  const stop = current(trail)
  const frame = useRef<HTMLElement>(null)
  const open = (slug: string, anchor = '', find?: string) =>
    go(visit(trail, { at: 'article', slug, anchor, ...(find && { find }) }))

  // Going somewhere may take away or disable what had the focus; the panel keeps it, so that Esc and Tab go on working.
  useEffect(() => {
    const focused = document.activeElement
    if (!frame.current?.contains(focused) || focused?.matches(':disabled')) frame.current?.focus()
  }, [stop])

  return (
    <section
      ref={frame}
      role="dialog"
      aria-label="Help"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
      style={narrow ? undefined : panel.place}
      className={classNames(
        'fixed z-40 flex animate-in flex-col overflow-hidden border border-line bg-raised shadow-float outline-none',
        narrow ? 'inset-x-0 bottom-0 h-[72dvh] rounded-t-l' : 'rounded-l',
      )}
    >
      <div className="flex items-center gap-1 border-b border-line bg-sunken py-1.5 pr-1.5 pl-1">
        <button
          type="button"
          disabled={narrow}
          aria-label={narrow ? 'Help' : 'Help. Move the panel with the arrow keys'}
          title={narrow ? undefined : 'Drag to move, or use the arrow keys'}
          className={classNames(
            'flex h-[30px] min-w-0 grow touch-none items-center gap-1 rounded-m px-1 font-semibold select-none',
            !narrow && 'cursor-move!',
          )}
          {...(narrow ? {} : panel.move)}
        >
          <GripVertical className={classNames('icon text-ink-2', narrow && 'invisible')} />
          Help
        </button>
        {!narrow && (
          <IconButton label={putWords[panel.next].label} look="quiet" onClick={() => panel.put(panel.next)}>
            {putWords[panel.next].icon}
          </IconButton>
        )}
        <HelpTools stop={stop} fontSize={panel.fontSize} setFontSize={panel.setFontSize} />
        <IconButton label="Close help" look="quiet" onClick={close}>
          <X />
        </IconButton>
      </div>
      <HelpNavigation trail={trail} go={go} />
      <div
        className="grow overflow-y-auto overscroll-contain px-2 pt-3"
        style={{ fontSize: panel.fontSize, lineHeight: 1.45 }}
      >
        {stop.at === 'contents' ? (
          <HelpContents query={stop.query} open={open} home={() => go(visit(trail, contents))} />
        ) : (
          <HelpArticle slug={stop.slug} anchor={stop.anchor} find={stop.find} open={open} />
        )}
      </div>
      {!narrow && (
        <button
          type="button"
          aria-label="Resize the panel with the arrow keys"
          title="Drag to resize, or use the arrow keys"
          className="absolute right-0 bottom-0 size-6 cursor-nwse-resize! touch-none rounded-s"
          {...panel.resize}
        >
          <Corner />
        </button>
      )}
    </section>
  )
}

const putWords = {
  left: { label: 'Move to the left', icon: <PanelLeft /> },
  whole: { label: 'Fill the window', icon: <Maximize2 /> },
  right: { label: 'Move to the right', icon: <PanelRight /> },
}

const Corner = () => (
  <svg viewBox="0 0 24 24" className="size-6 stroke-ink-2" fill="none" strokeWidth="1.5" aria-hidden>
    <path d="M20 12 12 20M20 17l-3 3" strokeLinecap="round" />
  </svg>
)
