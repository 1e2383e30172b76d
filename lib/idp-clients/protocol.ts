import type { Exchange } from './http'
import { valueAt } from './json'
import { absent, differences, including, number, text } from './match'
import { ERROR, LIST_RESPONSE } from './urns'

/** What every SCIM answer owes, whatever was asked: RFC 7644 §3.1, §3.3, §3.4.2, §3.12, §3.14, RFC 7643 §3.1, §7, RFC 9865. */
export function protocolFaults(exchange: Exchange): string[] {
  const { status } = exchange
  if (exchange.method === 'HEAD') return []
  return [
    ...bodyFaults(exchange),
    ...(status >= 400 ? errorFaults(exchange) : []),
    ...(status === 201 || isResource(exchange.body) ? locationFaults(exchange) : []),
    ...(status === 200 ? listFaults(exchange) : []),
  ]
}

function bodyFaults({ status, headers, text: raw, body }: Exchange): string[] {
  const faults: string[] = []
  if (status === 204 || status === 304) return raw === '' ? [] : [`an answer ${status} should have no body`]
  if (body === undefined) return [`the answer should be JSON, is ${raw === '' ? 'empty' : raw.slice(0, 200)}`]
  const type = headers['content-type'] ?? 'absent'
  if (!/^application\/scim\+json\s*(;|$)/i.test(type))
    faults.push(`Content-Type should be application/scim+json, is ${type}`)
  // As a name: /Schemas has it as a value.
  if (/"password"\s*:/.test(raw)) faults.push('password should never be answered')
  const version = valueAt(body, 'meta.version')
  if (version !== undefined && headers['etag'] !== undefined && headers['etag'] !== version)
    faults.push(`ETag ${headers['etag']} should be meta.version ${JSON.stringify(version)}`)
  const location = valueAt(body, 'meta.location')
  if (location !== headers['content-location'])
    faults.push(`Content-Location ${headers['content-location']} should be meta.location ${JSON.stringify(location)}`)
  return faults
}

const errorFaults = ({ status, body }: Exchange) =>
  differences({ schemas: including(ERROR), status: String(status), detail: text }, body)

const isResource = (body: Exchange['body']) => ['User', 'Group'].includes(String(valueAt(body, 'meta.resourceType')))

/** A projection may leave meta out; after a POST, Location is there all the same (RFC 7644 §3.3, §3.4.1). */
function locationFaults({ headers, body }: Exchange): string[] {
  const location = valueAt(body, 'meta.location') ?? headers['location']
  return location !== undefined && headers['location'] === location
    ? []
    : [`Location should be meta.location ${JSON.stringify(location)}, is ${headers['location'] ?? 'absent'}`]
}

/** A page has its place in the list, or is reached by a cursor (RFC 9865 §2), which discovery does not know. */
function listFaults({ body, path, sent = '' }: Exchange): string[] {
  const schemas = valueAt(body, 'schemas')
  if (!Array.isArray(schemas) || !schemas.includes(LIST_RESPONSE)) return []
  const resources = valueAt(body, 'Resources')
  const rows = Array.isArray(resources) ? resources.length : 0
  const byCursor =
    (/[?&]cursor(?:[=&]|$)/.test(path) && !/^\/+(?:Schemas|ResourceTypes)\b/i.test(path)) ||
    /"cursor"\s*:\s*"/i.test(sent)
  return differences({ totalResults: number, itemsPerPage: rows, startIndex: byCursor ? absent : number }, body)
}
