import { HelpLink } from '@/components/help/help-link'
import type { Provider } from '@/lib/providers/provider'
import type { SchemaDefinition } from '@/lib/scim'
import { AddSchema, EditSchema } from './edit-schema'
import { RemoveSchema } from './remove-schema'
import { Section } from './section'

/** Attributes of the provider's own, beyond those of the standard. */
export function ExtensionSchemas({ provider: { slug, extensions } }: { provider: Provider }) {
  return (
    <Section
      title="Extension schemas"
      purpose={
        <>
          Attributes beyond those of the standard, as the identity provider sends them.{' '}
          <HelpLink article="extension-schemas">How to write one</HelpLink>
        </>
      }
    >
      {extensions.length === 0 ? (
        <p className="rounded-m border border-dashed border-line-strong px-3.5 py-3 text-ink-2">
          None. Attributes that no schema knows are ignored, with a note on the call.
        </p>
      ) : (
        <ul className="rounded-m border border-line [&>li+li]:border-t [&>li+li]:border-line">
          {extensions.map((schema) => (
            <li key={schema.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 pr-2 pl-3.5">
              <div className="min-w-0 flex-1 basis-64">
                <p>
                  <span className="font-medium">{schema.name}</span>
                  <span className="text-ink-2">, {describe(schema)}</span>
                </p>
                <p className="mono text-small break-all text-ink-2">{schema.id}</p>
              </div>
              <div className="flex gap-1">
                <EditSchema slug={slug} id={schema.id} name={schema.name} text={textOf(schema)} />
                <RemoveSchema slug={slug} id={schema.id} name={schema.name} noun={nounOf(schema)} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <div>
        <AddSchema slug={slug} />
      </div>
    </Section>
  )
}

const nounOf = ({ extends: type = 'User' }: SchemaDefinition) => (type === 'User' ? 'users' : 'groups')

function describe(schema: SchemaDefinition) {
  const { length } = schema.attributes
  return `${length} ${length === 1 ? 'attribute' : 'attributes'} for ${nounOf(schema)}`
}

/** As RFC 7643 §7 writes it. */
const textOf = ({ id, name, description, attributes }: SchemaDefinition) =>
  JSON.stringify({ id, name, description, attributes }, null, 2)
