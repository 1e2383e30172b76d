'use client'

import { useEffect, useState } from 'react'
import { useToast } from './toast'

/** Copies to the clipboard; `copied` is true for a moment afterwards. */
export function useCopy(): { copied: boolean; copy: (text: string) => Promise<void> } {
  const toast = useToast()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      toast({
        title: 'Not copied',
        detail: 'The browser allows copying on https addresses and on localhost only. Select the text instead.',
        failed: true,
      })
    }
  }
  return { copied, copy }
}

/**
 * For what has hundreds of copy buttons, and hears and answers them all itself: copies, and marks the button that was
 * pressed with `data-copied` for a moment. `said` is for a screen reader.
 */
export function useMarkedCopy(): { said: string; copy: (button: HTMLElement, text: string) => void } {
  const { copied, copy } = useCopy()
  const [button, setButton] = useState<HTMLElement>()
  useEffect(() => {
    button?.toggleAttribute('data-copied', copied)
    return () => button?.removeAttribute('data-copied')
  }, [button, copied])
  return {
    said: copied ? 'Copied' : '',
    copy: (asked, text) => {
      setButton(asked)
      void copy(text)
    },
  }
}
