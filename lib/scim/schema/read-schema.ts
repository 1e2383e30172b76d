import { z } from 'zod'
import { invalidValue } from '../error'
import type { AttributeDefinition, SchemaDefinition } from './types'

const name = z.string().regex(/^[A-Za-z][\w$-]*$/, 'must begin with a letter and hold letters, digits, - and _ only')

const attributeSchema: z.ZodType<AttributeDefinition, unknown> = z.lazy(() =>
  z
    .object({
      name: name.or(z.literal('$ref')),
      type: z
        .enum(['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex'])
        .default('string'),
      multiValued: z.boolean().default(false),
      description: z.string().default(''),
      required: z.boolean().default(false),
      caseExact: z.boolean().default(false),
      mutability: z.enum(['readOnly', 'readWrite', 'immutable', 'writeOnly']).default('readWrite'),
      returned: z.enum(['always', 'never', 'default', 'request']).default('default'),
      uniqueness: z.enum(['none', 'server', 'global']).default('none'),
      canonicalValues: z.array(z.string()).optional(),
      referenceTypes: z.array(z.string()).optional(),
      subAttributes: z.array(attributeSchema).optional(),
    })
    .transform(({ canonicalValues, referenceTypes, subAttributes, ...others }) => ({
      ...others,
      ...(canonicalValues ? { canonicalValues } : {}),
      ...(referenceTypes ? { referenceTypes } : {}),
      ...(subAttributes ? { subAttributes } : {}),
    }))
    .refine((attribute) => (attribute.type === 'complex') === (attribute.subAttributes !== undefined), {
      message: 'must have subAttributes if it is complex, and only then',
    }),
)

const definitionSchema = z.object({
  id: z.string().regex(/^urn:[a-z0-9][a-z0-9-]{0,31}:[^\s"()[\]]+$/i, 'must be a URN'),
  name: z.string().min(1),
  description: z.string().default(''),
  attributes: z.array(attributeSchema).min(1),
  extends: z.enum(['User', 'Group']).default('User'),
})

/**
 * Reads the definition of an extension schema, a document of RFC 7643 §7; characteristics that are not said have the defaults of
 * §2.2. Throws invalidValue naming the place.
 */
export function readSchemaDefinition(document: unknown): SchemaDefinition {
  const result = definitionSchema.safeParse(document)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw invalidValue(
    `The schema can't be used: ${issue?.path.join('.') || 'it'} ${issue?.message ?? 'is not a schema'}.`,
  )
}
