import type {LakeDocument} from '../document.ts'
import {isVersionId, publishedIdOf, releaseDocumentId, releaseOfVersion} from '../documentIds.ts'
import type {TransactionRecord} from './documentEvents.ts'

type Fields = Record<string, unknown>

/** The events of a release in one transaction. `before` and `after` are the release's document around it. */
export function releaseEventsOf(
  releaseId: string,
  transaction: TransactionRecord,
  before: LakeDocument | undefined,
  after: LakeDocument | undefined,
): Fields[] {
  const common = {
    timestamp: transaction.timestamp,
    author: transaction.author,
    releaseName: releaseDocumentId(releaseId),
    revisionId: transaction.id,
  }
  const touchesRelease = transaction.changes.some(({id}) => id === common.releaseName)
  const own = touchesRelease ? releaseEvent(before, after) : undefined
  if (own !== undefined && own['type'] !== 'editRelease') return [{...common, ...own}]
  const versions = transaction.changes.filter(({id}) => isVersionId(id) && releaseOfVersion(id) === releaseId)
  const memberEvents = versions.flatMap(({id, type, transition, previousRev}) => {
    if (transition === 'update') return []
    const isAdded = transition === 'appear'
    return [
      {
        ...common,
        type: isAdded ? 'addDocumentToRelease' : 'discardDocumentFromRelease',
        documentId: publishedIdOf(id),
        documentType: type,
        versionId: id,
        versionRevisionId: isAdded ? transaction.id : previousRev,
      },
    ]
  })
  return own === undefined ? memberEvents : [...memberEvents, {...common, ...own}]
}

function releaseEvent(before: LakeDocument | undefined, after: LakeDocument | undefined): Fields | undefined {
  if (after === undefined) return before === undefined ? undefined : {type: 'deleteRelease'}
  if (before === undefined) return {type: 'createRelease', change: {metadata: after['metadata']}}
  const from = before['state']
  const to = after['state']
  if (to === 'published' && from !== to) return {type: 'publishRelease'}
  if (to === 'archived' && from !== to) return {type: 'archiveRelease'}
  if (from === 'archived' && to === 'active') return {type: 'unarchiveRelease'}
  if (from === 'scheduled' && to === 'active') return {type: 'unscheduleRelease'}
  if (to === 'scheduled' && before['publishAt'] !== after['publishAt']) {
    return {type: 'scheduleRelease', publishAt: after['publishAt']}
  }
  return {type: 'editRelease', change: {metadata: after['metadata']}}
}
