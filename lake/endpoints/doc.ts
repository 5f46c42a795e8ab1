import type {Dataset, Identity} from '../dataset.ts'
import {draftIdOf, isPublishedId, publishedIdOf, versionsPrefix} from '../documentIds.ts'
import {PayloadTooLargeError} from '../errors.ts'
import {datasetOf, type Endpoint} from './endpoint.ts'
import {longestResult} from './queryAnswers.ts'
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
  handle({context, params, url, identity}) {
    const dataset = datasetOf({context, params})
    const asked = (params['ids'] ?? '').split(',').filter((id) => id !== '')
    const ids = new Set(flag(url, 'includeAllVersions') ? asked.flatMap((id) => versionsOf(dataset, id)) : asked)
    const omitted: Omitted[] = []
    const documents: string[] = []
    let length = 0
    for (const id of ids) {
      const text = maySee(id, identity) ? read(dataset, id, flag(url, 'excludeContent')) : undefined
      length += text?.length ?? 0
      if (length > longestResult)
        throw new PayloadTooLargeError(
          `The documents are longer than ${longestResult} characters: ask for fewer at once`,
        )
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

/** The id itself when nothing has it, so that it is told to be missing. */
function versionsOf(dataset: Dataset, id: string): string[] {
  const published = publishedIdOf(id)
  const versions = dataset.idsWithPrefix(versionsPrefix).filter((version) => publishedIdOf(version) === published)
  const existing = [published, draftIdOf(published), ...versions].filter((one) => dataset.text(one) !== undefined)
  return existing.length > 0 ? existing : [id]
}

/** Nobody but a signed-in person sees drafts, versions and system documents. */
export function maySee(id: string, identity: Identity): boolean {
  return identity.role !== 'anonymous' || isPublishedId(id)
}
