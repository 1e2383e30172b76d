import { describeJson, type JsonObject, valueOf } from '../json'
import { choiceOf, type FaultSink } from './faults'

const KNOWN = [
  'name',
  'type',
  'multiValued',
  'description',
  'required',
  'caseExact',
  'mutability',
  'returned',
  'uniqueness',
  'canonicalValues',
  'referenceTypes',
  'subAttributes',
]

/** Of a name, and of what a text shows of another. */
export const MOST_CHARACTERS = 100

/** The characteristics of one attribute, by name in any case. */
export class Characteristics {
  constructor(
    private readonly object: JsonObject,
    readonly place: string,
    readonly faults: FaultSink,
  ) {}

  value = (name: string) => valueOf(this.object, name)
  fault = (name: string, message: string) => this.faults.add(`${this.place}.${name}`, message)

  checkNames() {
    const known = KNOWN.map((name) => name.toLowerCase())
    for (const name of Object.keys(this.object))
      if (!known.includes(name.toLowerCase()))
        this.fault(name.slice(0, MOST_CHARACTERS), `No such characteristic is known. There are ${choiceOf(KNOWN)}.`)
  }

  flag(name: string): boolean {
    const value = this.value(name) ?? false
    if (typeof value !== 'boolean') this.fault(name, `Use true or false, without quotes, not ${describeJson(value)}.`)
    return value === true
  }

  text(name: string): string {
    const value = this.value(name) ?? ''
    if (typeof value !== 'string') this.fault(name, `Use text, not ${describeJson(value)}.`)
    return typeof value === 'string' ? value : ''
  }

  /** RFC 7643 §7: these are compared without case. */
  oneOf<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
    const value = this.value(name)
    if (value === undefined || value === null) return otherwise
    const found = choices.find((each) => typeof value === 'string' && each.toLowerCase() === value.toLowerCase())
    const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, MOST_CHARACTERS)) : describeJson(value)
    if (!found) this.fault(name, `${shown} is not a ${name}. Use ${choiceOf(choices)}.`)
    return found ?? otherwise
  }

  /** Undefined where nothing is listed. */
  texts(name: string): string[] | undefined {
    const value = this.value(name)
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return undefined
    const texts = Array.isArray(value) ? value.filter((each) => typeof each === 'string' && each !== '') : []
    if (!Array.isArray(value) || texts.length < value.length)
      this.fault(name, 'Use a list of texts that are not empty.')
    return texts as string[]
  }
}
