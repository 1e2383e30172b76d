'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { scopes, type Scope } from '@/lib/providers/scopes'
import { scopeWords } from './scope-words'

/** What a token or a client may do. */
export const ScopeChoice = (props: { chosen: Scope[]; onChange: (chosen: Scope[]) => void; error?: string }) => (
  <fieldset className="grid gap-1">
    <legend className="pb-1 text-small font-medium">May</legend>
    <div className="grid grid-cols-2 gap-x-4">
      {scopes.map((scope) => (
        <Checkbox
          key={scope}
          label={scopeWords[scope]}
          checked={props.chosen.includes(scope)}
          onChange={(on) =>
            props.onChange(on ? [...props.chosen, scope] : props.chosen.filter((each) => each !== scope))
          }
        />
      ))}
    </div>
    {props.error && (
      <p role="alert" className="text-small text-bad">
        {props.error}
      </p>
    )}
  </fieldset>
)
