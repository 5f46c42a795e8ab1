import type {Dataset, Identity} from '../dataset.ts'
import {draftIdOf, isPublishedId, publishedIdOf} from '../documentIds.ts'
import {datasetOf, type Endpoint} from './endpoint.ts'
import {checkDocumentsLength} from './queryAnswers.ts'
import {flag} from './urlOptions.ts'

interface Omitted {
  id: string
  /** `permission` also hides from strangers whether the document exists. */
  reason: 'existence' | 'permission'
}

/**
 * `GET /data/doc/:ds/:ids`: documents by id, as stored. Their JSON is passed through without being parsed. With `includeAllVersions` each id
 * stands for its published document, its draft and its versions, as far as they exist. Throws a PayloadTooLargeError where they are too long together.
 */
const doc: Endpoint = {
  method: 'GET',
  path: '/data/doc/:ds/:ids',
  access: 'read',
  async handle({context, params, url, identity}) {
    const dataset = datasetOf({context, params})
    const asked = (params['ids'] ?? '').split(',').filter((id) => id !== '')
    const withVersions = flag(url, 'includeAllVersions')
    if (withVersions) await dataset.catchUp()
    const ids = new Set(withVersions ? asked.flatMap((id) => versionsOf(dataset, id, identity)) : asked)
    const omitted: Omitted[] = []
    const documents: string[] = []
    let length = 0
    for (const id of ids) {
      const text = maySee(id, identity) ? read(dataset, id, flag(url, 'excludeContent')) : undefined
      length += text?.length ?? 0
      checkDocumentsLength(length)
      if (text !== undefined) documents.push(text)
      else omitted.push({id, reason: maySee(id, identity) ? 'existence' : 'permission'})
    }
    const body = `{"documents":[${documents.join(',')}],"omitted":${JSON.stringify(omitted)}}`
    return new Response(body, {headers: {'content-type': 'application/json; charset=utf-8'}})
  },
}

export const docEndpoints: readonly Endpoint[] = [doc]

function read(dataset: Dataset, id: string, excludeContent: boolean): string | undefined {
  if (!excludeContent) return dataset.text(id)
  const document = dataset.get(id)
  return document && JSON.stringify({_id: document._id, _type: document._type})
}

/**
 * The published document, its draft and its versions, as far as they may be seen: strangers do not even hear that there are some. The id itself when
 * there is nothing, so that it is told to be missing.
 */
function versionsOf(dataset: Dataset, id: string, identity: Identity): string[] {
  const published = publishedIdOf(id)
  const found = Array.from(dataset.source.candidates({kind: 'versionsOf', id: published}, ['_type']), ({_id}) => _id)
  const existing = new Set(found.filter((one) => publishedIdOf(one) === published && maySee(one, identity)))
  const first = [published, draftIdOf(published)].filter((one) => existing.has(one))
  return existing.size > 0 ? [...new Set([...first, ...existing])] : [id]
}

/** Nobody but a signed-in person sees drafts, versions and system documents. */
export function maySee(id: string, identity: Identity): boolean {
  return identity.role !== 'anonymous' || isPublishedId(id)
}
