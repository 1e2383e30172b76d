import { createRegistry, readSchemas, type ResourceTypeName, type SchemaDefinition } from '@/lib/scim'

export const HR = 'urn:example:hr:2.0:User'
export const TEAM = 'urn:example:team:2.0:Group'

const parts = (...names: object[]) => names

const hr = {
  id: HR,
  name: 'HR',
  attributes: [
    { name: 'costCode' },
    { name: 'badge', caseExact: true },
    { name: 'level', type: 'integer' },
    { name: 'weight', type: 'decimal' },
    { name: 'remote', type: 'boolean' },
    { name: 'hired', type: 'dateTime' },
    { name: 'picture', type: 'binary' },
    { name: 'page', type: 'reference', referenceTypes: ['external'] },
    { name: 'tags', multiValued: true },
    { name: 'scores', type: 'integer', multiValued: true },
    { name: 'title', canonicalValues: ['Dr'] },
    { name: 'rank', mutability: 'readOnly' },
    { name: 'contract', mutability: 'immutable' },
    { name: 'pin', mutability: 'writeOnly' },
    { name: 'salary', type: 'decimal', returned: 'request' },
    { name: 'code', returned: 'always' },
    { name: 'active', type: 'boolean' },
    { name: 'schemas', multiValued: true },
    {
      name: 'desk',
      type: 'complex',
      subAttributes: parts({ name: 'floor', type: 'integer' }, { name: 'room' }, { name: 'keys', multiValued: true }),
    },
    {
      name: 'assistant',
      type: 'complex',
      subAttributes: parts({ name: 'value' }, { name: '$ref', type: 'reference', referenceTypes: ['User'] }),
    },
    {
      name: 'devices',
      type: 'complex',
      multiValued: true,
      subAttributes: parts(
        { name: 'value', mutability: 'immutable' },
        { name: 'type' },
        { name: 'primary', type: 'boolean' },
        { name: 'since', type: 'dateTime' },
        { name: 'ports', type: 'integer', multiValued: true },
        { name: '$ref', type: 'reference', referenceTypes: ['external'] },
        { name: 'unlock', returned: 'never' },
      ),
    },
  ],
}

const team = {
  id: TEAM,
  name: 'Team',
  attributes: [
    { name: 'code', required: true },
    { name: 'budget', type: 'decimal' },
    { name: 'members', multiValued: true },
    {
      name: 'leads',
      type: 'complex',
      multiValued: true,
      subAttributes: parts({ name: 'value', required: true }, { name: 'since', type: 'dateTime' }),
    },
  ],
}

function read(document: object, type: ResourceTypeName): SchemaDefinition[] {
  const result = readSchemas(JSON.stringify(document), { extends: type, others: [] })
  if ('faults' in result) throw new Error(result.faults.join('\n'))
  return result.schemas
}

/** A schema for users and one for groups, with an attribute of every kind. */
export const extensions = [...read(hr, 'User'), ...read(team, 'Group')]

export const extended = createRegistry({ strict: false, allowSameGroupNames: false, extensions })
export const extendedStrict = createRegistry({ strict: true, allowSameGroupNames: false, extensions })
