'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { addSchemas, changeSchema } from '../schema-actions'
import { SchemaForm } from './schema-form'

/** Gives a provider an extension schema, or several at once. */
export function AddSchema({ slug }: { slug: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Add schema
      </Button>
      <Dialog wide open={open} onClose={() => setOpen(false)} title="Add an extension schema">
        <SchemaForm
          text=""
          asksFor
          verb="Add schema"
          submit={(text, type) => addSchemas(slug, type, text)}
          close={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}

/** Puts another definition in the place of a schema. */
export function EditSchema({ slug, id, name, text }: { slug: string; id: string; name: string; text: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" aria-label={`Edit the schema ${name}`} onClick={() => setOpen(true)}>
        Edit
      </Button>
      <Dialog wide open={open} onClose={() => setOpen(false)} title={`The schema ${name}`}>
        <SchemaForm
          text={text}
          verb="Save"
          submit={(next, _, agreed) => changeSchema(slug, id, next, agreed)}
          close={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}
