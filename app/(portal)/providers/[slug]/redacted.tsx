import { HelpLink } from '@/components/help/help-link'
import type { Provider } from '@/lib/providers/provider'
import { attributeRows } from '@/lib/tables/attribute-rows'
import { registryOf } from '../../registry-of'
import { KeepAttribute, RedactAttribute } from './change-redacted'
import { Section } from './section'

/** Attributes whose values the sync log leaves out. */
export function Redacted({ provider }: { provider: Provider }) {
  const { slug, redactedAttributes: names } = provider
  return (
    <Section
      title="Left out of the log"
      purpose={
        <>
          Values of these attributes are replaced before a call is stored in Sync Logs; the directory keeps them.
          Passwords and tokens always are. <HelpLink article="redaction">What that means</HelpLink>
        </>
      }
    >
      {names.length > 0 && (
        <ul
          aria-label="Attributes left out of the log"
          className="rounded-m border border-line [&>li+li]:border-t [&>li+li]:border-line"
        >
          {names.map((name) => (
            <li key={name} className="flex items-center gap-4 py-1 pr-2 pl-3.5">
              <span className="mono min-w-0 flex-1 break-all">{name}</span>
              <KeepAttribute slug={slug} name={name} />
            </li>
          ))}
        </ul>
      )}
      <RedactAttribute slug={slug} suggestions={suggestionsFor(provider)} />
    </Section>
  )
}

/** Every attribute by the path that it is stored under here, parts and wholes. */
function suggestionsFor(provider: Provider): string[] {
  const paths = attributeRows(registryOf([provider])).flatMap(({ schema, pointer, path }) => {
    const name = pointer[0] === schema ? `${schema}:${path}` : path
    const whole = name.replace(/\.[\w$-]+$/, '')
    return path.includes('.') ? [whole, name] : [name]
  })
  const known = new Set([...provider.redactedAttributes, 'id', 'meta', 'schemas', 'password'])
  return [...new Set(paths)].filter((path) => !known.has(path) && !path.startsWith('meta.'))
}
