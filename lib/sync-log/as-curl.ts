/** What sending a call again takes. */
interface SentCall {
  method: string
  /** Below /v2, with its query, as received. */
  url: string
  /** The body, whole; null where there was none. */
  body: string | null
}

/**
 * The call as a command for a POSIX shell with curl, its token left as $TOKEN. URL and body were written by whoever
 * called: they stand in single quotes, within which a shell reads nothing.
 * @param endpoint the provider's SCIM base URL
 */
export function asCurl(endpoint: string, { method, url, body }: SentCall): string {
  // --globoff: brackets in a filter are no ranges. --data-raw: a body that begins with @ names no file.
  const parts = [
    `curl --globoff -X ${quoted(method)} ${quoted(endpoint + url)}`,
    `-H "Authorization: Bearer $TOKEN"`,
    ...(body === null ? [] : [`-H 'Content-Type: application/scim+json'`, `--data-raw ${quoted(body)}`]),
  ]
  return parts.join(' \\\n  ')
}

/** One word of a POSIX shell, whatever is in it (POSIX.1-2017, Shell & Utilities §2.2.2). */
const quoted = (text: string) => (/^[A-Za-z]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`)
