import { parseArgs } from 'node:util'
import type { Target } from '@/lib/idp-clients/http'

export interface Options {
  target: Target
  only: string[]
  list: boolean
  json: boolean
  junit?: string
  strict: boolean
}

export const HELP = `npm run conformance -- --url https://scim.example.com/scim/v2 --token <token> [options]

Checks a SCIM 2.0 server over HTTP: the clauses of RFC 7643, RFC 7644 and RFC 9865, and what identity providers send.
It makes users and groups with names of its own, and deletes them at the end. Use a server that may be written to.

  --url <url>             base URL: everything before /Users
  --token <token>         bearer token; or the environment variable SCIM_TOKEN
  --header 'Name: value'  sent with every call; several times for several. Authorization takes the token's place
  --only <text>           checks whose id, clause, section or client has this text in it; several times, or with commas
  --list                  says what there is to check, and sends nothing
  --json                  the report as JSON
  --junit <file>          also writes a JUnit report; a SHOULD that failed is in it as skipped
  --strict                SHOULD counts like MUST
  --timeout <seconds>     how long an answer may take (default: 30)
  --insecure              takes certificates that nobody vouches for
  --help                  this text

MUST    the RFC says MUST, SHALL or REQUIRED, or defines what an operation does
SHOULD  the RFC says SHOULD, or describes it; a warning unless --strict
client  the RFC does not ask for it, but this client does not work without
A feature that the server does not advertise is skipped, never failed.

Exit code: 0 when nothing failed (a SHOULD aside), 1 when something did, 2 when nothing could be checked,
130 when it was stopped.`

/** @throws Error naming an option that is wrong */
export function readOptions(args: string[], env: Record<string, string | undefined>): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      token: { type: 'string' },
      header: { type: 'string', multiple: true },
      only: { type: 'string', multiple: true },
      list: { type: 'boolean' },
      json: { type: 'boolean' },
      junit: { type: 'string' },
      strict: { type: 'boolean' },
      timeout: { type: 'string' },
      insecure: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return 'help'
  const headers = Object.fromEntries((values.header ?? []).map(header))
  // From a file it has a line's end.
  const token = (values.token ?? env['SCIM_TOKEN'] ?? '').trim()
  if (!values.list && !token && headers['authorization'] === undefined)
    throw new Error('A token is missing: --token, or the environment variable SCIM_TOKEN.')
  return {
    target: {
      baseUrl: values.list ? 'http://localhost' : base(values.url),
      token,
      headers,
      timeoutMilliseconds: seconds(values.timeout ?? '30') * 1000,
      insecure: values.insecure ?? false,
    },
    only: (values.only ?? [])
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    list: values.list ?? false,
    json: values.json ?? false,
    ...(values.junit !== undefined && { junit: values.junit }),
    strict: values.strict ?? false,
  }
}

function base(url: string | undefined): string {
  if (!url) throw new Error('--url is missing: the base URL of the server, everything before /Users.')
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`--url: ${url} is no http(s) address.`)
  const { origin, pathname, username, password } = new URL(url)
  if (username || password)
    throw new Error('--url has a name or password in it: --header "Authorization: Basic …" takes their place.')
  return origin + pathname.replace(/\/+(Users\/?)?$/, '')
}

function header(line: string): [string, string] {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/.exec(line) ?? []
  if (name === undefined || value === undefined) throw new Error('--header is written as: Name: value')
  return [name.toLowerCase(), value]
}

function seconds(text: string): number {
  const number = Number(text)
  if (number > 0 && number <= 3600) return number
  throw new Error(`--timeout: ${text} is not a number of seconds above 0, at most 3600.`)
}
