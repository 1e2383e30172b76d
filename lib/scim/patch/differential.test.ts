import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  operationOf,
  type PatchCall,
  type PatchResult,
  scimPatchResult,
  scimmyResult,
  tidy,
  withoutNothing,
} from '@/lib/testing/patch-engines'
import { distinct, isObject, type Json, type JsonObject, keyOf } from '../json'
import { createRegistry } from '../schema/registry'
import { ENTERPRISE_URN as ENT, PATCH_OP_URN, USER_URN } from '../schema/urns'
import { patchUser } from './patch-user'
import { readPatch } from './read-patch'

// The npm packages scim-patch and SCIMMY carry out the same operations. What RFC 7644 says without a doubt needs no leniency, so
// it is done here under Strict.
const registry = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })

function ours(call: PatchCall): PatchResult {
  try {
    const { operations } = readPatch(registry, { schemas: [PATCH_OP_URN], Operations: [operationOf(call)] })
    return tidy(patchUser(registry, call.before, operations).document)
  } catch {
    return undefined
  }
}

/** Filters in brackets, and what they mean. */
const FILTERS: { text: string; says: JsonObject; holds: (email: JsonObject) => boolean }[] = [
  { text: 'type eq "work"', says: { type: 'work' }, holds: ({ type }) => type === 'work' },
  { text: 'value eq "a"', says: { value: 'a' }, holds: ({ value }) => value === 'a' },
  { text: 'primary eq true', says: { primary: true }, holds: ({ primary }) => primary === true },
  { text: 'type pr', says: {}, holds: ({ type }) => type !== undefined },
  {
    text: 'type eq "home" and value eq "b"',
    says: { type: 'home', value: 'b' },
    holds: ({ type, value }) => type === 'home' && value === 'b',
  },
]

const word = fc.constantFrom('a', 'b', 'c')
const email: fc.Arbitrary<JsonObject> = fc.record(
  { value: word, type: fc.constantFrom('work', 'home', 'other'), primary: fc.boolean() },
  { requiredKeys: ['value'] },
)
const emails = fc
  .uniqueArray(email, { maxLength: 3, selector: (each) => `${String(each.value)} ${String(each.type)}` })
  .filter((list) => list.filter(({ primary }) => primary === true).length < 2)
const name = fc.record({ givenName: word, familyName: word }, { requiredKeys: [] })
const manager = fc.record({ value: word })
const enterprise = fc.record({ department: word, manager }, { requiredKeys: [] })
const body = fc
  .record({ title: word, active: fc.boolean(), name, emails, [ENT]: enterprise }, { requiredKeys: [] })
  .map((each) => each as JsonObject)
const documents = body.map((each): JsonObject => ({
  userName: 'u',
  active: true,
  ...(withoutNothing(each) as JsonObject),
}))

const at = (path: string, value: fc.Arbitrary<Json>) => fc.record({ path: fc.constant(path), value })
const through = ({ text }: { text: string }) =>
  fc.oneof(at(`emails[${text}]`, email), ...['value', 'display'].map((part) => at(`emails[${text}].${part}`, word)))
const targets: fc.Arbitrary<{ path?: string; value: Json }> = fc.oneof(
  at('title', word),
  at('active', fc.boolean()),
  at('name', name),
  at('name.givenName', word),
  at('emails', emails),
  at('emails', email),
  at(`${ENT}:department`, word),
  at(`${ENT}:manager`, manager),
  at(`${ENT}:manager.value`, word),
  at(`${USER_URN}:name.familyName`, word),
  fc.constantFrom(...FILTERS).chain(through),
  fc.constantFrom(...FILTERS).chain(through),
  fc.record({ value: body.filter((each) => Object.keys(each).length === 1) }),
)
const calls: fc.Arbitrary<PatchCall> = fc
  .tuple(documents, fc.constantFrom('add' as const, 'remove' as const, 'replace' as const), targets)
  .filter(([, op, { path }]) => op !== 'remove' || path !== undefined)
  .map(([before, op, { path, value }]) => ({
    before,
    op,
    ...(path === undefined ? {} : { path }),
    ...(op === 'remove' ? {} : { value }),
  }))

type Outcome = 'we refuse' | 'they refuse' | 'differ'

/** What the reasons look at. */
interface Case extends PatchCall {
  here: PatchResult
  there: PatchResult
  /** The filter in brackets, and how many values it matched. */
  filter?: (typeof FILTERS)[number]
  matched: number
  /** The e-mails that the operation brings. */
  sent: JsonObject[]
}

function caseOf(call: PatchCall, here: PatchResult, there: PatchResult): Case {
  const filter = FILTERS.find(({ text }) => call.path?.includes(`[${text}]`))
  const listOf = (value: Json | undefined): JsonObject[] => [value ?? []].flat().filter(isObject)
  const sent =
    call.path === undefined
      ? listOf((call.value as JsonObject).emails)
      : listOf(call.path.startsWith('emails') ? call.value : [])
  return {
    ...call,
    here,
    there,
    filter,
    matched: listOf(call.before.emails).filter(filter?.holds ?? (() => false)).length,
    sent,
  }
}

interface Reason {
  why: string
  /** Of one of the two alone. */
  by?: string
  outcome: Outcome
  applies: (each: Case) => boolean
}

const REASONS: Reason[] = [
  {
    why: '§3.5.2.3 noTarget: where a filter matches nothing there is nothing to change; they make a value, or do nothing',
    outcome: 'we refuse',
    applies: ({ op, filter, matched }) => op !== 'remove' && filter !== undefined && matched === 0,
  },
  {
    why: 'RFC 7643 §2.4: of several values one is primary; we refuse to make all that match so',
    outcome: 'we refuse',
    applies: ({ path, filter, matched, sent }) =>
      path?.endsWith(']') === true && filter !== undefined && matched > 1 && isPrimary(sent[0]),
  },
  {
    why: '§3.5.2.2: what a filter does not match is not there, so that its removal has succeeded',
    by: 'scim-patch',
    outcome: 'they refuse',
    applies: ({ op, filter, matched }) => op === 'remove' && filter !== undefined && matched === 0,
  },
  {
    why: 'RFC 7643 §2.4: a type or a mark without a value is no value, so the whole goes with its `value`',
    outcome: 'differ',
    applies: ({ op, path, matched, here, there }) =>
      op === 'remove' && path?.endsWith('].value') === true && matched > 0 && sameBut('emails', here, there),
  },
  {
    why: '`active` has no "no value": who is to lose access is told so with false',
    outcome: 'differ',
    applies: ({ op, path }) => op === 'remove' && path === 'active',
  },
  {
    why: '§3.5.2 a new primary takes the mark from the old one',
    outcome: 'differ',
    applies: ({ op, sent, here, there }) => op !== 'remove' && sent.some(isPrimary) && sameBut('primary', here, there),
  },
  {
    why: '§3.5.2.3 a replace of a complex attribute changes the parts that it names',
    outcome: 'differ',
    applies: ({ op, path, value, before, here, there }) =>
      (op === 'replace' || path === undefined) &&
      before.name !== undefined &&
      (path === 'name' || (path === undefined && isObject(value) && isObject(value.name))) &&
      sameBut('name', here, there),
  },
  {
    why: 'RFC 7643 §3.3: an extension stands under its URN; they cut it at its dot',
    by: 'scim-patch',
    outcome: 'differ',
    applies: ({ path, value }) => path === undefined && isObject(value) && value[ENT] !== undefined,
  },
  {
    why: 'RFC 7643 §2.4: the same value of the same type is kept once',
    outcome: 'differ',
    applies: ({ here, there }) => keyOf(here!) === keyOf(once(there!)),
  },
  {
    why: '§3.5.2.1: what is there already is not added again; a value without a type is that of any type',
    outcome: 'differ',
    applies: ({ op, path, sent, before, here, there }) =>
      op === 'add' &&
      (path ?? 'emails') === 'emails' &&
      sent.some((each) => isThere(each, before, sent)) &&
      sameBut('emails', here, there),
  },
  {
    why: 'What a filter says of a value stays: it was chosen by it',
    outcome: 'differ',
    applies: ({ path, filter, sent, here, there }) =>
      path?.endsWith(']') === true &&
      filter !== undefined &&
      Object.entries(filter.says).some(([part, said]) => sent[0]?.[part] !== said) &&
      sameBut('emails', here, there),
  },
  {
    why: '§3.5.2.3 a replace through a filter replaces the whole value; they merge',
    by: 'scim-patch',
    outcome: 'differ',
    applies: ({ op, path, here, there }) =>
      op === 'replace' && path?.endsWith(']') === true && sameBut('emails', here, there),
  },
  {
    why: '§3.5.2.1 and §3.5.2.3: one object is a value of the list; they put it in place of the list or of each value',
    by: 'scim-patch',
    outcome: 'differ',
    applies: ({ op, path, value, here, there }) =>
      op !== 'remove' && path === 'emails' && isObject(value) && sameBut('emails', here, there),
  },
  {
    why: '§3.10: a URN may stand before an attribute and its sub-attribute; they cut it at its dot',
    by: 'SCIMMY',
    outcome: 'they refuse',
    applies: ({ path }) => path?.startsWith('urn:') === true && path.split('.').length === 3,
  },
  {
    why: '§3.10: the same, and what is not found is not removed',
    by: 'SCIMMY',
    outcome: 'differ',
    applies: ({ path, op }) => op === 'remove' && path?.startsWith('urn:') === true && path.split('.').length === 3,
  },
  {
    why: '§3.5.2.3: a replace without a path replaces lists as well; they add to them',
    by: 'SCIMMY',
    outcome: 'differ',
    applies: ({ op, path, value, here, there }) =>
      op === 'replace' && path === undefined && isObject(value) && 'emails' in value && sameBut('emails', here, there),
  },
  {
    why: '§3.5.2.3: a value may be chosen by what is replaced; they remove first, and then find it no more',
    by: 'SCIMMY',
    outcome: 'they refuse',
    applies: ({ op, path, filter }) =>
      op === 'replace' && filter !== undefined && path?.endsWith('.value') === true && 'value' in filter.says,
  },
]

const isPrimary = (email: JsonObject | undefined) => email?.primary === true
const isThere = (email: JsonObject, before: JsonObject, sent: JsonObject[]) =>
  [before.emails ?? [], sent.filter((each) => each !== email)]
    .flat(2)
    .some((each) => isObject(each) && each.value === email.value && (email.type ?? each.type) === each.type)

/** Whether two documents are the same when a name is left out wherever it stands. */
function sameBut(name: string, one: PatchResult, other: PatchResult): boolean {
  const without = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(without)
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (key === name ? [] : [[key, without(each)]])))
      : value
  }
  return keyOf(withoutNothing(without(one!)) ?? null) === keyOf(withoutNothing(without(other!)) ?? null)
}

/** With equal values of a list once. */
const once = (document: JsonObject): JsonObject =>
  Array.isArray(document.emails) ? { ...document, emails: distinct(document.emails) } : document

test.each([
  ['scim-patch', scimPatchResult, 2000],
  ['SCIMMY', scimmyResult, 300],
])('%s does the same, or one of the reasons says why not', async (engine, theirs, numRuns) => {
  let same = 0
  await fc.assert(
    fc.asyncProperty(calls, async (call) => {
      const [here, there] = [ours(call), await theirs(call)]
      if (here && there ? keyOf(here) === keyOf(there) : here === there) {
        same += 1
        return
      }
      const outcome = !here ? 'we refuse' : there ? 'differ' : 'they refuse'
      const each = caseOf(call, here, there)
      const isReason = (reason: Reason) =>
        reason.outcome === outcome && (reason.by ?? engine) === engine && reason.applies(each)
      if (!REASONS.some(isReason)) throw new Error(`${outcome}: ${JSON.stringify({ call, here, there })}`)
    }),
    { numRuns, seed: 5 },
  )
  // Otherwise the reasons would explain everything.
  expect(same).toBeGreaterThan(numRuns * 0.6)
})
