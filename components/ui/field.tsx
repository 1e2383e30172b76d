import { useId, type ReactNode } from 'react'

interface FieldControl {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** A control with its label, a hint, and what is wrong with it. `children` gets the attributes that tie them together. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  children: (control: FieldControl) => ReactNode
}) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-small font-medium">
        {label}
      </label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <div id={`${id}-error`} role="alert" className="text-small text-bad">
          {error}
        </div>
      )}
    </div>
  )
}
