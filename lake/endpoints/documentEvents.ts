import type {RecordedChange, TransactionHead} from '../dataset.ts'
import {draftIdOf, isDraftId, isPublishedId, isVersionId, publishedIdOf, releaseOfVersion} from '../documentIds.ts'

/** What one transaction did, and to which documents. */
export interface TransactionRecord extends TransactionHead {
  changes: RecordedChange[]
}

/** An event of a document's history as the Studio's inspector reads it; `type` names the kind. */
export interface DocumentEvent {
  type: string
  timestamp: string
  author: string
  documentId: string
  [field: string]: string | undefined
}

/**
 * The events of a document id in one transaction; edits are none, the Studio makes them from the transactions.
 * A published id has the publications, a draft or version those and its own creation and end. `isThere` tells which
 * documents there were after the transaction.
 */
export function documentEventsOf(
  id: string,
  transaction: TransactionRecord,
  isThere: (id: string) => boolean,
): DocumentEvent[] {
  const publishedId = publishedIdOf(id)
  const own = find(transaction, id)
  const published = find(transaction, publishedId)
  const common = {timestamp: transaction.timestamp, author: transaction.author, documentId: publishedId}
  const toEvent = (type: string, fields: Record<string, string | undefined>): DocumentEvent => ({
    ...common,
    type,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  })
  const draftId = draftIdOf(publishedId)
  if (published?.transition === 'disappear' && !isThere(draftId)) return [toEvent('deleteDocumentGroup', {})]
  const source = publishedSource(transaction, publishedId)
  if (source !== undefined && (id === publishedId || id === source.id)) {
    return [
      toEvent('publishDocumentVersion', {
        revisionId: transaction.id,
        versionId: source.id,
        versionRevisionId: source.previousRev,
        releaseId: releaseOfVersion(source.id),
        publishCause: isDraftId(source.id) ? 'document.publish' : 'release.publish',
      }),
    ]
  }
  if (published?.transition === 'disappear' && (id === publishedId || own !== undefined)) {
    const version = endedVersion(transaction, publishedId)
    return [
      toEvent('unpublishDocument', {
        versionId: version?.id ?? draftId,
        versionRevisionId: version?.previousRev ?? transaction.id,
        releaseId: version && releaseOfVersion(version.id),
      }),
    ]
  }
  if (own === undefined) return []
  if (isPublishedId(id)) {
    return [
      toEvent(own.transition === 'appear' ? 'createLiveDocument' : 'updateLiveDocument', {revisionId: transaction.id}),
    ]
  }
  const version = {versionId: id, releaseId: releaseOfVersion(id)}
  if (own.transition === 'appear') {
    return [toEvent('createDocumentVersion', {...version, versionRevisionId: transaction.id})]
  }
  if (own.transition === 'disappear') {
    return [toEvent('deleteDocumentVersion', {...version, versionRevisionId: own.previousRev})]
  }
  return []
}

function find({changes}: TransactionRecord, id: string): RecordedChange | undefined {
  return changes.find((change) => change.id === id)
}

/** The draft or version that became the published document: deleted in the transaction that wrote it. */
function publishedSource(transaction: TransactionRecord, publishedId: string): RecordedChange | undefined {
  const published = find(transaction, publishedId)
  if (published === undefined || published.transition === 'disappear') return undefined
  return endedVersion(transaction, publishedId)
}

/** The draft or version of the document that the transaction deleted. */
function endedVersion({changes}: TransactionRecord, publishedId: string): RecordedChange | undefined {
  return changes.find(
    ({id, transition}) =>
      transition === 'disappear' && (isDraftId(id) || isVersionId(id)) && publishedIdOf(id) === publishedId,
  )
}
