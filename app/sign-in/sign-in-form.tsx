'use client'

import { useEffect, useRef, useState, useSyncExternalStore, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { signIn } from '@/lib/auth/client'

type Refusal = 'credentials' | 'unavailable' | { until: number; seconds: number }

/** Signs in and goes to `back`. What is wrong is said below the button, where it moves nothing, and never
 * which of the two it was. */
export function SignInForm({ back }: { back: string }) {
  // Until the page's script runs, sending the form would lead nowhere.
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const password = useRef<HTMLInputElement>(null)
  const left = useSecondsLeft(typeof refusal === 'object' ? refusal : none)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const result = await signIn(String(form.get('email')), String(form.get('password')))
    if (result === 'in') return window.location.assign(back)
    setBusy(false)
    setRefusal(
      typeof result === 'object'
        ? { until: Date.now() + result.waitSeconds * 1000, seconds: result.waitSeconds }
        : result,
    )
    password.current?.select()
  }

  return (
    // `post`: should it be sent without the page's script, the password must not end up in an address.
    <form method="post" onSubmit={submit} aria-label="Sign in" className="grid gap-3.5">
      <Field label="E-mail">
        {(control) => (
          <Input
            {...control}
            className="h-9! px-2.5! text-base"
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            autoFocus
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <Input
            {...control}
            ref={password}
            className="h-9! px-2.5! text-base"
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      <Button type="submit" look="primary" large className="mt-1.5 w-full" disabled={!ready || busy || left > 0}>
        {busy ? 'Signing in' : 'Sign in'}
      </Button>
      {refusal && <Refused refusal={refusal} left={left} />}
    </form>
  )
}

function Refused({ refusal, left }: { refusal: Refusal; left: number }) {
  if (typeof refusal === 'object') return <SlowedDown until={refusal.until} left={left} />
  return (
    <div role="alert">
      <Notice tone="bad" title="Not signed in">
        {refusal === 'credentials'
          ? 'The e-mail or the password is wrong.'
          : 'The server could not check it just now. Try again in a moment.'}
      </Notice>
    </div>
  )
}

function SlowedDown({ until, left }: { until: number; left: number }) {
  const at = new Date(until).toLocaleTimeString([], { timeStyle: 'medium' })
  const countdown = left >= 60 ? `${Math.floor(left / 60)} min ${left % 60} s` : `${left} s`
  return (
    <div role="alert">
      {left > 0 ? (
        <Notice tone="warn" title="Too many tries">
          Try again at {at}
          {/* Seen, not read out every second. */}
          <span aria-hidden className="tabular-nums">
            , in {countdown}
          </span>
          .
        </Notice>
      ) : (
        <Notice title="You can try again now">Each further failure makes the next wait longer.</Notice>
      )}
    </div>
  )
}

const never = () => () => {}
const none = { until: 0, seconds: 0 }

/** Counts down to a moment (ms since 1970) that was `seconds` away. */
function useSecondsLeft({ until, seconds }: { until: number; seconds: number }): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= until) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [until])
  // Before the clock has ticked for this wait, all of it is left.
  return Math.min(seconds, Math.max(0, Math.ceil((until - now) / 1000)))
}
