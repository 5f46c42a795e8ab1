/** Prefix of drafts: `drafts.talk-1` is the draft of `talk-1`. */
export const draftsPrefix = 'drafts.'
/** Prefix of versions: `versions.summer.talk-1` is the version of `talk-1` in the release `summer`. */
export const versionsPrefix = 'versions.'
/** Prefix of the documents that describe releases. */
export const releasesPrefix = '_.releases.'

/** `drafts.talk-1`. */
export function isDraftId(id: string): boolean {
  return id.startsWith(draftsPrefix)
}

/** `versions.summer.talk-1`. */
export function isVersionId(id: string): boolean {
  return id.startsWith(versionsPrefix)
}

/** Published documents are those without a dot in their id; everything else needs a session to be seen. */
export function isPublishedId(id: string): boolean {
  return !id.includes('.')
}

const versionPrefix = /^(?:drafts\.|versions\.[^.]+\.)(?=.)/

/** The id under which a draft or version is published; any other id is its own. */
export function publishedIdOf(id: string): string {
  return id.replace(versionPrefix, '')
}

/** The id of the draft of a published document. */
export function draftIdOf(publishedId: string): string {
  return draftsPrefix + publishedId
}

/** The release of a version's id, or undefined for drafts and published documents. */
export function releaseOfVersion(id: string): string | undefined {
  return isVersionId(id) ? id.split('.')[1] : undefined
}

/** The id of the document that describes a release. */
export function releaseDocumentId(releaseId: string): string {
  return releasesPrefix + releaseId
}

/** Names that mean something else where a release is named. */
const perspectiveNames = new Set(['drafts', 'previewDrafts', 'published', 'raw'])

/** What can be one part of the ids of versions, and stand in a perspective. */
export function isReleaseId(id: string): boolean {
  return /^[\w-]+$/.test(id) && !perspectiveNames.has(id)
}
