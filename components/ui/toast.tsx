'use client'

import { Check, TriangleAlert, X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { createContext, use, useCallback, useState, type ReactNode } from 'react'
import { IconButton } from './icon-button'

interface ToastSpec {
  title: string
  /** What it means and what to do. */
  detail?: string
  failed?: boolean
}
type Show = (toast: ToastSpec) => void

const ToastContext = createContext<Show | undefined>(undefined)

/** Where messages about what was just done appear: at the lower right, read out politely. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(ToastSpec & { key: number })[]>([])
  const show = useCallback<Show>(
    (toast) => setToasts((shown) => [...shown.slice(-2), { ...toast, key: (shown.at(-1)?.key ?? 0) + 1 }]),
    [],
  )
  const hide = (key: number) => setToasts((shown) => shown.filter((toast) => toast.key !== key))
  return (
    <ToastContext value={show}>
      <Radix.Provider duration={6000} swipeDirection="right">
        {children}
        {toasts.map((toast) => (
          <Radix.Root
            key={toast.key}
            type={toast.failed ? 'foreground' : 'background'}
            duration={toast.failed ? 15_000 : 6000}
            onOpenChange={(open) => !open && hide(toast.key)}
            className="flex w-full animate-in items-start gap-2.5 rounded-l border border-line bg-raised p-3 shadow-float"
          >
            {toast.failed ? (
              <TriangleAlert className="icon mt-0.5 text-bad" aria-hidden />
            ) : (
              <Check className="icon mt-0.5 text-ok" aria-hidden />
            )}
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-medium">{toast.title}</Radix.Title>
              {toast.detail && <Radix.Description className="text-ink-2">{toast.detail}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label="Dismiss" look="quiet" className="-m-1">
                <X aria-hidden />
              </IconButton>
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport className="fixed right-4 bottom-14 z-50 grid w-90 max-w-[calc(100vw-32px)] gap-2 outline-none" />
      </Radix.Provider>
    </ToastContext>
  )
}

/** Shows a short message: `toast({ title: 'Filter saved' })`. */
export function useToast(): Show {
  const show = use(ToastContext)
  if (!show) throw new Error('Toasts are shown below <ToastProvider> only.')
  return show
}
