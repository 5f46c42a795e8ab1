import type {Dataset} from '../dataset.ts'
import {
  draftIdOf,
  isDraftId,
  isPublishedId,
  isVersionId,
  publishedIdOf,
  releaseDocumentId,
  versionsPrefix,
} from '../documentIds.ts'
import {documentEventsOf, type DocumentEvent, type TransactionRecord} from './documentEvents.ts'
import {datasetOf, type Endpoint} from './endpoint.ts'
import {releaseEventsOf} from './releaseEvents.ts'
import {sequencesOf, type TransactionRange} from './sequencesOf.ts'
import {count} from './urlOptions.ts'

const defaultLimit = 100
const maxLimit = 1_000
const fromNewest = Number.MAX_SAFE_INTEGER

/** `GET /data/history/:ds/events/documents/:id`: what happened to a document, newest first. `nextCursor` continues. */
const documentEvents: Endpoint = {
  method: 'GET',
  path: '/data/history/:ds/events/documents/:id',
  access: 'view',
  handle({context, params, url}) {
    const dataset = datasetOf({context, params})
    const id = params['id'] ?? ''
    const {limit, before} = page(url)
    const events: DocumentEvent[] = []
    let nextCursor = ''
    for (const sequence of sequencesOf(dataset.history, relatedIds(id), newestUpTo(before))) {
      const transaction = recordOf(dataset, sequence)
      const found = transaction === undefined ? [] : documentEventsOf(id, transaction, isThere(dataset, sequence))
      const isNewest = events.length === 0 && before === fromNewest
      if (isNewest && endsGroup(found) && isMadeAgain(dataset, id)) break
      events.push(...found)
      if (events.length >= limit) {
        nextCursor = String(sequence)
        break
      }
    }
    return Response.json({events: {[id]: events}, nextCursor})
  },
}

/** `GET /data/history/:ds/events/releases/:releaseId`: what happened to a release and its members, newest first. */
const releaseEvents: Endpoint = {
  method: 'GET',
  path: '/data/history/:ds/events/releases/:releaseId',
  access: 'view',
  handle({context, params, url}) {
    const dataset = datasetOf({context, params})
    const releaseId = params['releaseId'] ?? ''
    const documentId = releaseDocumentId(releaseId)
    const members = dataset.history.idsWithPrefix(`${versionsPrefix}${releaseId}.`)
    const {limit, before} = page(url)
    const events: object[] = []
    let nextCursor = ''
    for (const sequence of sequencesOf(dataset.history, [documentId, ...members], newestUpTo(before))) {
      const transaction = recordOf(dataset, sequence)
      if (transaction === undefined) continue
      const around = [dataset.history.stateAt(documentId, sequence - 1), dataset.history.stateAt(documentId, sequence)]
      events.push(...releaseEventsOf(releaseId, transaction, around[0], around[1]))
      if (events.length >= limit) {
        nextCursor = String(sequence)
        break
      }
    }
    return Response.json({events, nextCursor})
  },
}

export const historyEventEndpoints: readonly Endpoint[] = [documentEvents, releaseEvents]

function page(url: URL): {limit: number; before: number} {
  const cursor = Number(url.searchParams.get('nextCursor') ?? '')
  return {
    limit: count(url, 'limit', {otherwise: defaultLimit, most: maxLimit}),
    before: Number.isInteger(cursor) && cursor > 0 ? cursor - 1 : fromNewest,
  }
}

/** Edits of a draft or a version are no events. */
function newestUpTo(before: number): TransactionRange {
  return {from: 0, to: before, newestFirst: true, isTurn: (id) => isDraftId(id) || isVersionId(id)}
}

/** Which documents there were after a transaction. */
function isThere({history}: Dataset, sequence: number): (id: string) => boolean {
  return (id) => history.stateAt(id, sequence) !== undefined
}

/** Publishing concerns the draft and the published document alike. */
function relatedIds(id: string): string[] {
  const publishedId = publishedIdOf(id)
  return [...new Set([id, publishedId, draftIdOf(publishedId)])]
}

function endsGroup(events: readonly DocumentEvent[]): boolean {
  return events.some(({type}) => type === 'deleteDocumentGroup')
}

/**
 * Whether a document was published without a draft after it had been deleted, as by an import. In the list of its draft, where that is no event, the
 * last one would be the deletion, which the Studio shows at the bottom of the form.
 */
function isMadeAgain(dataset: Dataset, id: string): boolean {
  return !isPublishedId(id) && dataset.get(publishedIdOf(id)) !== undefined
}

function recordOf({history}: Dataset, sequence: number): TransactionRecord | undefined {
  const head = history.transactionAt(sequence)
  return head && {...head, changes: history.recordedChangesIn(sequence)}
}
