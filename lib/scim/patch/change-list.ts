import { equalJson, isObject, type Json, type JsonObject } from '../json'
import { readValue } from '../resource/read-value'
import type { AttributeDefinition } from '../schema/types'
import { ElementIndex } from './element-index'
import { elementsOf, setElements, settlePrimary } from './elements'
import type { Reading } from './quirks/leniency'
import { allowRemoveByValue } from './quirks/remove-by-value'
import type { Step } from './state'

/** Changes a multi-valued attribute as a whole: RFC 7644 §3.5.2.1–3 with a path that is the attribute alone. */
export function changeList(reading: Reading, holder: JsonObject, { op, target, value }: Step): void {
  const { attribute } = target
  if (op === 'remove') {
    removeValues(reading, holder, target, value)
    return
  }
  const read = readValue(attribute, asValues(attribute, value), attribute.name, reading)
  const said = Array.isArray(read) ? read : []
  if (op === 'replace') {
    setElements(holder, attribute, said)
    return
  }
  const elements = elementsOf(holder, attribute)
  const index = new ElementIndex(attribute, elements)
  const touched = new Set<Json>()
  for (const element of said) {
    const present = index.find(element)
    const changed = present === undefined ? element : present
    if (present === undefined) {
      elements.push(element)
      index.add(element)
    } else addParts(present, element)
    if (isObject(element) && element.primary === true) touched.add(changed)
  }
  settlePrimary(elements, touched, attribute.name, reading)
  setElements(holder, attribute, elements)
}

/** A value that is there already takes what is new in the one that is added; its own spelling stays. */
function addParts(present: Json, added: Json): void {
  if (!isObject(present) || !isObject(added)) return
  for (const name of Object.keys(added)) {
    const isNew =
      name === 'primary' ? added.primary !== (present.primary ?? false) : name !== 'value' && name !== 'type'
    if (isNew && !equalJson(present[name], added[name])) present[name] = added[name]!
  }
}

function removeValues(reading: Reading, holder: JsonObject, { attribute }: Step['target'], value: Json): void {
  if (value === null) {
    delete holder[attribute.name]
    return
  }
  const said = readValue(attribute, asValues(attribute, value), attribute.name, reading)
  const going = Array.isArray(said) ? said : []
  allowRemoveByValue(attribute.name, going.length, reading)
  const elements = elementsOf(holder, attribute)
  const index = new ElementIndex(attribute, elements)
  const gone = new Set(going.flatMap((each) => index.findAll(each)))
  const staying = elements.filter((each) => !gone.has(each))
  setElements(holder, attribute, staying)
}

/** In a PATCH one object is a value to be added or set (RFC 7644 §3.5.2.1), so it needs no leniency. */
export function asList(value: Json): Json {
  return isObject(value) ? [value] : value
}

/** The same for an attribute whose values may be plain ones. */
function asValues({ type }: AttributeDefinition, value: Json): Json {
  const plain = type !== 'complex' && value !== null && !Array.isArray(value)
  return plain ? [value] : asList(value)
}
