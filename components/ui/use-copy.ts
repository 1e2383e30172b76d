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
