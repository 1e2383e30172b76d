import type { AttributeDefinition, AttributeType } from './types'

type Characteristics = Partial<Omit<AttributeDefinition, 'name' | 'type' | 'description'>>

function define(
  type: AttributeType,
  name: string,
  description: string,
  more: Characteristics = {},
): AttributeDefinition {
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  }
}

/** A text attribute with the defaults of RFC 7643 §2.2. */
export const text = (name: string, description: string, more?: Characteristics) =>
  define('string', name, description, more)

export const flag = (name: string, description: string, more?: Characteristics) =>
  define('boolean', name, description, more)

export const instant = (name: string, description: string, more?: Characteristics) =>
  define('dateTime', name, description, more)

/** A reference is case exact (RFC 7643 §2.3.7). */
export const reference = (name: string, description: string, referenceTypes: string[], more?: Characteristics) =>
  define('reference', name, description, { caseExact: true, referenceTypes, ...more })

/** Binary data is case exact and has no uniqueness (RFC 7643 §2.3.6). */
export const binary = (name: string, description: string, more?: Characteristics) =>
  define('binary', name, description, { caseExact: true, ...more })

export const complex = (
  name: string,
  description: string,
  subAttributes: AttributeDefinition[],
  more?: Characteristics,
) => define('complex', name, description, { subAttributes, ...more })

/** A multi-valued attribute with the sub-attributes of RFC 7643 §2.4: value, display, type, primary. */
export function plural(
  name: string,
  description: string,
  value: AttributeDefinition,
  canonicalValues?: string[],
): AttributeDefinition {
  return complex(name, description, [value, DISPLAY, kind(canonicalValues), PRIMARY], { multiValued: true })
}

const DISPLAY = text('display', 'A name for the value, meant for display.')

export const PRIMARY = flag('primary', 'Whether this is the preferred value. At most one value is primary.')

/** The `type` sub-attribute with the values that clients may expect. */
export function kind(canonicalValues?: string[]): AttributeDefinition {
  return text('type', 'What the value is for.', canonicalValues ? { canonicalValues } : {})
}
