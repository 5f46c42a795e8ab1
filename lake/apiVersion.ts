import {BadRequestError} from './errors.ts'

/** With more than one slash too, as `@sanity/migrate` writes it. */
export const versionPrefix = /^\/+v(\d{4}-\d\d-\d\d|1|X)(?=\/|$)/
const anyPrefix = /^\/+v([^/]*)/

/**
 * Throws a BadRequestError for a path that begins with something like a version that is none: what `@sanity/client` takes for one is, so that a day
 * in the future counts as the newest version.
 */
export function checkApiVersion(pathname: string): void {
  const given = anyPrefix.exec(pathname)?.[1]
  if (given === undefined) return
  const version = versionPrefix.exec(pathname)?.[1] ?? ''
  if (version === '1' || version === 'X' || Date.parse(version) > 0) return
  throw new BadRequestError(`"v${given}" is no API version: use v1, vX or a date such as v2025-02-19`)
}
