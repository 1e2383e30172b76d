import { allows, type Leniency, type Reading } from './leniency'

/** Interop: `attributes=emails[type eq "work"]`. RFC 7644 §3.10 has names without a filter there: all values are shown. */
export const filterInAttributes: Leniency = {
  code: 'filter-in-attributes',
  title: 'Names of attributes to answer with may have a filter',
  clients: ['Microsoft’s Postman collection'],
}

const FILTER = /\[[^\]]*\]/g

/** A list of attribute names without the filters in it; as it came where that is not allowed: such a name selects nothing. */
export function withoutFilters(names: string, reading: Reading): string {
  const bare = names.replace(FILTER, '')
  const detail = 'A filter was passed over; all values are shown.'
  return bare !== names && allows(reading, filterInAttributes, detail, 'attributes') ? bare : names
}
