/**
 * Asks this server. Where the session has ended it leads to sign-in and from there back to what is on the screen, and is
 * never settled: the page is left.
 * @throws TypeError where nobody answers; AbortError
 */
export async function askServer(address: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(address, init)
  if (answer.status !== 401) return answer
  const { pathname, search, hash } = window.location
  window.location.assign(`/sign-in?${new URLSearchParams({ return: pathname + search + hash })}`)
  return new Promise(() => undefined)
}
