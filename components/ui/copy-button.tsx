'use client'

import { Check, Copy, Route } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Button } from './button'
import { classNames } from './class-names'
import { Tooltip } from './tooltip'
import { useCopy } from './use-copy'

/**
 * Copies `text`; `what` names it ("Copy user name"). With `wide` a word stands beside the icon, or `words`; `path` is drawn
 * as a way, not as a value.
 */
export function CopyButton({
  text,
  what,
  wide,
  words = 'Copy',
  path,
  className,
  onClick,
  ...props
}: { text: string; what: string; wide?: boolean; words?: string; path?: boolean } & Omit<
  ComponentProps<'button'>,
  'children'
>) {
  const { copied, copy } = useCopy()
  const Icon = copied ? Check : path ? Route : Copy
  const said = (
    <span role="status" className="sr-only">
      {copied ? 'Copied' : ''}
    </span>
  )
  const press: ComponentProps<'button'>['onClick'] = (event) => {
    event.stopPropagation()
    onClick?.(event)
    void copy(text)
  }
  if (wide)
    return (
      <Button onClick={press} className={className} aria-label={`Copy ${what}`} {...props}>
        <Icon aria-hidden className={copied ? 'text-ok!' : undefined} />
        {copied ? 'Copied' : words}
        {said}
      </Button>
    )
  return (
    <Tooltip label={copied ? 'Copied' : `Copy ${what}`}>
      <button
        type="button"
        aria-label={`Copy ${what}`}
        onClick={press}
        className={classNames(
          'inline-grid size-6 shrink-0 place-items-center rounded-s text-ink-2 hover:bg-off-tint hover:text-ink',
          className,
        )}
        {...props}
      >
        <Icon aria-hidden className={classNames('size-3.5', copied && 'text-ok')} strokeWidth={1.75} />
        {said}
      </button>
    </Tooltip>
  )
}
