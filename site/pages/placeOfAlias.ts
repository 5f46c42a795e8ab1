import type {Maybe} from '../content.ts'

/**
 * Where an alias is on the Hugo site: one without a slash at its start is beside the page (hugolib/site_render.go:
 * `renderAliases`). Undefined for such a one of a page whose address is not known.
 *
 * @param address that of the page which has the alias
 */
export function placeOfAlias(alias: string, address: Maybe<string>): string | undefined {
  if (alias.startsWith('/')) return alias
  if (!address) return undefined
  const parts = address.split('/').filter(Boolean).slice(0, -1)
  for (const part of alias.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}${alias.endsWith('/') ? '/' : ''}`
}
