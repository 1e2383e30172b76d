import { isUnary, type FilterValue } from './filter-value'
import type { TextOperator } from './spec'
import { timeBounds } from './time-range'

type Filters = Record<string, FilterValue>

/** Writes a text in a SCIM filter: strings are JSON strings (RFC 7644 §3.4.2.2). */
const literal = (text: string) => JSON.stringify(text)

/** "is not" means that no value equals, also on multi-valued attributes, where `ne` means that some value differs. */
function term(path: string, op: TextOperator, text: string): string {
  switch (op) {
    case 'is':
      return `${path} eq ${literal(text)}`
    case 'isNot':
      return `not (${path} eq ${literal(text)})`
    case 'contains':
      return `${path} co ${literal(text)}`
    case 'startsWith':
      return `${path} sw ${literal(text)}`
    case 'endsWith':
      return `${path} ew ${literal(text)}`
    case 'empty':
      return `not (${path} pr)`
    case 'notEmpty':
      return `${path} pr`
  }
}

function textTerms(path: string, value: FilterValue | undefined): string[] {
  return value?.kind === 'text' && (isUnary(value.op) || value.text.trim())
    ? [term(path, value.op, value.text.trim())]
    : []
}

function timeTerms(path: string, value: FilterValue | undefined, now: Date): string[] {
  const { from, to } = timeBounds(value, now)
  return [
    ...(from ? [`${path} ge ${literal(from.toISOString())}`] : []),
    ...(to ? [`${path} le ${literal(to.toISOString())}`] : []),
  ]
}

function attributeTerms(value: FilterValue | undefined, plain: ReadonlySet<string>): string[] {
  if (value?.kind !== 'attribute') return []
  return value.terms.map(({ attribute, op, text }) => {
    const bare = /^(true|false|-?\d{1,15}(\.\d{1,15})?)$/i.exec(text.trim())?.[1]?.toLowerCase()
    if (!plain.has(attribute) || !bare) return term(attribute, op, text)
    const equal = `${attribute} eq ${Number.isNaN(Number(bare)) ? bare : Number(bare)}`
    return op === 'isNot' ? `not (${equal})` : equal
  })
}

const oneOf = (value: FilterValue | undefined) => (value?.kind === 'oneOf' ? value.value : undefined)
const anyOf = (value: FilterValue | undefined) => (value?.kind === 'anyOf' ? value.values : [])
const any = (terms: string[]) => (terms.length > 1 ? [`(${terms.join(' or ')})`] : terms)
const all = (terms: string[]) => terms.join(' and ')

/**
 * The applied filters of SCIM Users as the SCIM filter that they stand for; empty when nothing is filtered.
 * `plain`: paths of attributes that are true or false, or numbers: these are written without quotes.
 */
export const usersExpression = (filters: Filters, now: Date, plain: ReadonlySet<string> = new Set()): string =>
  all([
    ...textTerms('userName', filters['userName']),
    ...textTerms('groups.display', filters['group']),
    ...timeTerms('meta.lastModified', filters['updated'], now),
    ...textTerms('id', filters['id']),
    ...textTerms('externalId', filters['externalId']),
    ...(oneOf(filters['status']) ? [`active eq ${oneOf(filters['status']) === 'active'}`] : []),
    ...attributeTerms(filters['attribute'], plain),
  ])

/** The same for SCIM Groups, but for `userName`: SCIM has no path from a group to the user names in it. */
export const groupsExpression = (filters: Filters, now: Date): string =>
  all([
    ...textTerms('displayName', filters['name']),
    ...timeTerms('meta.lastModified', filters['updated'], now),
    ...textTerms('id', filters['id']),
    ...textTerms('externalId', filters['externalId']),
  ])

/** The same for SCIM Sync Logs, in the attributes of lib/sync-log/search-targets.ts. */
export const syncLogsExpression = (filters: Filters, now: Date): string =>
  all([
    ...timeTerms('requestTime', filters['time'], now),
    ...textTerms('entity.name', filters['entityName']),
    ...textTerms('payload', filters['payload']),
    ...textTerms('entity.id', filters['entityId']),
    ...textTerms('entity.externalId', filters['externalId']),
    ...entityTerms(oneOf(filters['entityType'])),
    ...any(anyOf(filters['status']).map((code) => (code === '5xx' ? 'status ge 500' : `status eq ${code}`))),
    ...any(anyOf(filters['method']).map((method) => `method eq ${literal(method)}`)),
    ...durationTerms(oneOf(filters['duration'])),
  ])

const entityTerms = (type: string | undefined) =>
  type ? [`entity.type eq ${literal(type === 'group' ? 'Group' : 'User')}`] : []

function durationTerms(bucket: string | undefined): string[] {
  const [, way, milliseconds] = /^(to|over)-(\d+)$/.exec(bucket ?? '') ?? []
  return milliseconds ? [`duration ${way === 'to' ? 'le' : 'gt'} ${milliseconds}`] : []
}
