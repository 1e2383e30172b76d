import { HelpLink } from '@/components/help/help-link'
import { Notice } from '@/components/ui/notice'
import { Shown } from '@/components/ui/shown'
import { noteArticle } from '@/lib/help/note-article'
import type { JsonObject } from '@/lib/scim'
import { noteWords } from '@/lib/sync-log/note-words'

/** The leniencies that a call needed: where it was not quite SCIM, and how it was read. */
export function LogNotes({ notes }: { notes: JsonObject[] }) {
  if (notes.length === 0)
    return <p className="text-ink-2">The call was read as it was written: no leniency was needed.</p>
  return (
    <ul className="grid gap-2">
      {notes.map(({ code, detail, path }, at) => (
        <li key={at}>
          <Notice title={noteWords(String(code))}>
            <Shown text={String(detail)} />{' '}
            {path !== undefined && path !== null && (
              <span className="mono">
                <Shown text={String(path)} />
              </span>
            )}{' '}
            <HelpLink {...noteArticle(String(code))}>About this</HelpLink>
          </Notice>
        </li>
      ))}
    </ul>
  )
}
