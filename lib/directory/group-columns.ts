import { type Sql, raw, sql } from '@/lib/db/sql'
import { lexemesOf } from '@/lib/filter-sql/lexemes'
import { type Document, type Registry, foldDocument, foldName } from '@/lib/scim'

/** The columns of `groups` that are written from the document, in the order of `groupColumnValues`. */
export const groupColumnNames: Sql = raw(
  'resource, folded, lexemes, display_name, display_name_key, unique_name_key, external_id',
)

export const groupNameOf = (document: Document) => String(document.displayName)

/** The values of those columns: the one place where they are taken from a document. */
export function groupColumnValues(registry: Registry, document: Document): Sql {
  const folded = foldDocument(registry, 'Group', document)
  const name = groupNameOf(document)
  const key = foldName(name)
  return sql`${JSON.stringify(document)}::jsonb, ${JSON.stringify(folded)}::jsonb,
    array_to_tsvector(${lexemesOf(folded)}::text[]), ${name}::text, ${key}::text,
    ${registry.rules.allowSameGroupNames ? null : key}::text,
    ${(document.externalId ?? null) as string | null}::text`
}
