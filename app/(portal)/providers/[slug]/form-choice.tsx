'use client'

import { forms, type FormId } from './forms'

/** In whose words the values are named. */
export function FormChoice({ value, onChange }: { value: FormId; onChange: (form: FormId) => void }) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-1 gap-y-1">
      <legend className="sr-only">Name the values as in the form of</legend>
      {(Object.keys(forms) as FormId[]).map((id) => (
        <label
          key={id}
          className="flex h-[30px] cursor-pointer items-center rounded-m border border-transparent px-2.5 text-ink-2 hover:text-ink has-checked:border-line has-checked:bg-sunken has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent"
        >
          <input type="radio" name="form" className="sr-only" checked={value === id} onChange={() => onChange(id)} />
          {forms[id].title}
        </label>
      ))}
    </fieldset>
  )
}
