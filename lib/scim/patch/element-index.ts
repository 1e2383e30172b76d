import { foldKey } from '../fold'
import { isObject, type Json, type JsonObject, keyOf } from '../json'
import { subAttribute } from '../schema/sub-attributes'
import type { AttributeDefinition } from '../schema/types'

/**
 * Finds the value that says the same as another: the same `value` of the same type, if the other says a type. Values without a
 * `value` (addresses) say the same when all their parts agree. Whether they are primary does not count.
 */
export class ElementIndex {
  private readonly elements = new Map<string, Json[]>()

  constructor(
    private readonly attribute: AttributeDefinition,
    elements: readonly Json[],
  ) {
    for (const element of elements) this.add(element)
  }

  add(element: Json): void {
    const key = this.key(element)
    const present = this.elements.get(key)
    if (present) present.push(element)
    else this.elements.set(key, [element])
  }

  find(said: Json): Json | undefined {
    return this.findAll(said)[0]
  }

  findAll(said: Json): Json[] {
    const candidates = this.elements.get(this.key(said)) ?? []
    if (!isObject(said) || said.value === undefined || said.type === undefined) return candidates
    const type = this.fold('type', said.type)
    return candidates.filter((each) => isObject(each) && this.fold('type', each.type ?? null) === type)
  }

  private key(element: Json): string {
    if (!isObject(element)) return keyOf(foldText(this.attribute, element))
    if (element.value !== undefined) return this.fold('value', element.value)
    const parts: JsonObject = {}
    for (const name of Object.keys(element)) {
      if (name !== 'primary') parts[name] = this.fold(name, element[name]!)
    }
    return keyOf(parts)
  }

  private fold(name: string, value: Json): string {
    const definition = subAttribute(this.attribute, name)
    return keyOf(definition ? foldText(definition, value) : value)
  }
}

function foldText(definition: AttributeDefinition, value: Json): Json {
  return typeof value === 'string' && !definition.caseExact ? foldKey(value) : value
}
