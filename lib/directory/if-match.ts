import { matchableVersions, versionMismatch } from '@/lib/scim'

/** The versions that a call's If-Match takes; undefined for any. */
export function acceptedVersions(ifMatch: string | undefined): number[] | undefined {
  if (ifMatch === undefined) return undefined
  const versions = matchableVersions(ifMatch)
  return versions === '*' ? undefined : versions
}

/** Throws 412 when If-Match does not name this version (RFC 7644 §3.14). The write compares it again. */
export function checkIfMatch(ifMatch: string | undefined, version: number) {
  const versions = acceptedVersions(ifMatch)
  if (versions && !versions.includes(version)) throw changedMeanwhile()
}

export const changedMeanwhile = () =>
  versionMismatch('The resource is not at the version that If-Match names. Read it again, then repeat the change.')
