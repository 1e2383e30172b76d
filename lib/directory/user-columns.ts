import { type Sql, raw, sql } from '@/lib/db/sql'
import { lexemesOf } from '@/lib/filter-sql/lexemes'
import { type Document, ENTERPRISE_URN, type Json, type Registry, foldDocument, isObject } from '@/lib/scim'

/** The columns of `users` that are written from the document, in the order of `userColumnValues`. */
export const userColumnNames: Sql = raw(
  'resource, folded, lexemes, user_name, external_id, active, display_name, display_name_key, given_name, family_name, ' +
    'formatted_name, email, email_key, title, user_type, organization, department, division, cost_center',
)

/** The values of those columns: the one place where they are taken from a document. */
export function userColumnValues(registry: Registry, document: Document): Sql {
  const folded = foldDocument(registry, 'User', document)
  const name = part(document, 'name')
  const work = part(document, ENTERPRISE_URN)
  return sql`${JSON.stringify(document)}::jsonb, ${JSON.stringify(folded)}::jsonb,
    array_to_tsvector(${lexemesOf(folded)}::text[]), ${textOf(document.userName)}::text, ${textOf(document.externalId)}::text, ${document.active !== false}::boolean,
    ${textOf(document.displayName)}::text, ${textOf(folded.displayName)}::text,
    ${textOf(name.givenName)}::text, ${textOf(name.familyName)}::text, ${textOf(name.formatted)}::text,
    ${textOf(mainValue(document.emails))}::text, ${textOf(mainValue(folded.emails))}::text,
    ${textOf(document.title)}::text, ${textOf(document.userType)}::text,
    ${textOf(work.organization)}::text, ${textOf(work.department)}::text, ${textOf(work.division)}::text,
    ${textOf(work.costCenter)}::text`
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

function part(document: Document, name: string): Document {
  const value = document[name]
  return isObject(value) ? value : {}
}

/** The primary value of a multi-valued attribute, else its first. */
function mainValue(list: Json | undefined): Json | undefined {
  const elements = Array.isArray(list) ? list.filter(isObject) : []
  return (elements.find((element) => element.primary === true) ?? elements[0])?.value
}
