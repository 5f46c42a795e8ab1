import {draftsPrefix, versionsPrefix} from '../documentIds.ts'
import {BadRequestError} from '../errors.ts'

/**
 * Which version of each document a query sees. `layers` are id prefixes in order of preference, always ending with the published one (`''`):
 * `['versions.summer.', 'drafts.', '']`.
 */
export type Perspective = {kind: 'raw'; withoutVersions?: true} | {kind: 'layers'; layers: string[]}

export const rawPerspective: Perspective = {kind: 'raw'}
/** As it was before there were releases, so that a query which leaves out drafts gets no versions instead. */
const earlierRawPerspective: Perspective = {kind: 'raw', withoutVersions: true}
const publishedPerspective: Perspective = {kind: 'layers', layers: ['']}

const releaseName = /^[\w-]+$/
const releasesSince = '2025-02-19'

/**
 * Reads the `perspective` of a request: a name, a comma separated stack, or an array of them. Without one, API versions from 2025-02-19 on
 * see what is published and older ones everything but versions (https://www.sanity.io/docs/perspectives). A release need not exist: agents write versions without
 * one. Throws a BadRequestError for what is no perspective, and for a release in older versions.
 */
export function parsePerspective(value: string | readonly string[] | undefined, apiVersion: string): Perspective {
  const names = (typeof value === 'string' ? value.split(',') : (value ?? []))
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0) return defaultPerspective(apiVersion)
  if (names.length === 1 && names[0] === 'raw') return rawOf(apiVersion)
  const published = names.indexOf('published')
  const stack = published < 0 ? names : names.slice(0, published)
  const layers = stack.map(layerOf)
  if (!knowsReleases(apiVersion) && layers.some((layer) => layer !== draftsPrefix)) {
    // https://www.sanity.io/docs/apis-and-sdks/content-releases-cheat-sheet
    throw new BadRequestError('Complex perspectives are not supported for this version')
  }
  return {kind: 'layers', layers: [...new Set(layers), '']}
}

/** `X` (experimental) is newer than every date, `1` older. */
export function knowsReleases(apiVersion: string): boolean {
  return apiVersion.replace(/^v/, '') >= releasesSince
}

function defaultPerspective(apiVersion: string): Perspective {
  return knowsReleases(apiVersion) ? publishedPerspective : rawOf(apiVersion)
}

/** https://www.sanity.io/docs/content-lake/perspectives/changelog: versions are not returned before 2025-02-19. */
function rawOf(apiVersion: string): Perspective {
  return knowsReleases(apiVersion) ? rawPerspective : earlierRawPerspective
}

function layerOf(name: string): string {
  if (name === 'drafts' || name === 'previewDrafts') return draftsPrefix
  if (name === 'raw') throw new BadRequestError('The perspective "raw" cannot be part of a stack')
  if (!releaseName.test(name)) throw new BadRequestError(`Invalid perspective: ${JSON.stringify(name)}`)
  return `${versionsPrefix}${name}.`
}
