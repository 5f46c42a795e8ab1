import type {Dataset, History} from '../dataset.ts'
import type {LakeDocument} from '../document.ts'
import {releaseDocumentId, releaseOfVersion} from '../documentIds.ts'
import {BadRequestError, NotFoundError} from '../errors.ts'
import {datasetOf, type Endpoint} from './endpoint.ts'
import {checkDocumentsLength} from './queryAnswers.ts'
import {flag, instant} from './urlOptions.ts'

/**
 * `GET /data/history/:ds/documents/:ids?revision=|time=|lastRevision=true`: documents as they were. Those that did not exist are left out. Throws a
 * PayloadTooLargeError where they are too long together.
 */
const documents: Endpoint = {
  method: 'GET',
  path: '/data/history/:ds/documents/:ids',
  access: 'view',
  handle({context, params, url}) {
    const dataset = datasetOf({context, params})
    const read = readerOf(dataset, url)
    const ids = [...new Set((params['ids'] ?? '').split(',').filter(Boolean))]
    const documents: string[] = []
    let length = 0
    for (const id of ids) {
      const document = read(id)
      if (document === undefined) continue
      const text = JSON.stringify(document)
      length += text.length
      checkDocumentsLength(length)
      documents.push(text)
    }
    const body = `{"documents":[${documents.join(',')}]}`
    return new Response(body, {headers: {'content-type': 'application/json; charset=utf-8'}})
  },
}

export const historyDocumentEndpoints: readonly Endpoint[] = [documents]

function readerOf({history, get}: Dataset, url: URL): (id: string) => LakeDocument | undefined {
  const revision = url.searchParams.get('revision')
  const time = instant(url, 'time')
  const isLast = flag(url, 'lastRevision')
  if ([revision !== null, time !== undefined, isLast].filter(Boolean).length > 1)
    throw new BadRequestError('Only one of "revision", "time" and "lastRevision" may be given')
  if (revision !== null) {
    const head = history.transactionById(revision)
    if (head === undefined) throw new NotFoundError(`Revision "${revision}" not found`)
    return (id) => history.stateAt(id, head.sequence)
  }
  if (time !== undefined) {
    const head = history.transactionAtTime(time.toISOString())
    return (id) => (head === undefined ? undefined : history.stateAt(id, head.sequence))
  }
  return isLast ? (id) => lastRevision(id, history) : get
}

/**
 * The document as it last was. A version's last revision is the one that published it with its release: the Studio
 * looks there for what the release replaced when it is to be reverted.
 */
function lastRevision(id: string, history: History): LakeDocument | undefined {
  const state = history.lastState(id)
  const release = releaseOfVersion(id)
  if (state === undefined || release === undefined) return state
  const [last] = history.changesOf(id, {after: 0, before: Number.MAX_SAFE_INTEGER, limit: 1})
  if (last?.transition !== 'disappear') return state
  const isPublished = history.stateAt(releaseDocumentId(release), last.sequence)?.['state'] === 'published'
  const revision = isPublished ? history.transactionAt(last.sequence)?.id : undefined
  return revision === undefined ? state : {...state, _rev: revision}
}
