import type {Dataset, Identity} from '../dataset.ts'
import type {Narrowing} from '../query/documentSource.ts'
import {maySee} from './doc.ts'
import {datasetOf, type Endpoint} from './endpoint.ts'
import {ndjson} from './ndjson.ts'

/** Documents per page when the client asks for pages. */
const pageSize = 1_000

/** `GET /data/export/:ds[?types=a,b][&nextCursor=]`: NDJSON of the documents as stored; with a cursor in pages, whose last line names the next. */
const exportDocuments: Endpoint = {
  method: 'GET',
  path: '/data/export/:ds',
  access: 'read',
  handle({context, params, url, identity}) {
    const dataset = datasetOf({context, params})
    const types = (url.searchParams.get('types') ?? '').split(',').filter(Boolean)
    const cursor = url.searchParams.get('nextCursor')
    return ndjson(lines(dataset, types, cursor, identity))
  },
}

export const exportEndpoints: readonly Endpoint[] = [exportDocuments]

function* lines(
  dataset: Dataset,
  types: string[],
  cursor: string | null,
  identity: Identity,
): Generator<object | string> {
  const after = cursor === null ? '' : Buffer.from(cursor, 'base64url').toString()
  const narrowing: Narrowing = types.length === 0 ? {kind: 'all'} : {kind: 'types', types}
  // Each page begins where the last one ended, and does not read all before it again.
  const behind: Narrowing = {kind: 'and', of: [narrowing, {kind: 'range', path: '_id', from: after}]}
  let count = 0
  for (const document of dataset.source.candidates(after === '' ? narrowing : behind)) {
    if (!maySee(document._id, identity) || (after !== '' && document._id <= after)) continue
    yield document
    if (cursor !== null && ++count === pageSize) {
      yield {nextCursor: Buffer.from(document._id).toString('base64url')}
      return
    }
  }
}
