import {datasetOf, type Endpoint} from './endpoint.ts'

/**
 * `GET /data/references/:ds/documents/:id/to`: references from other datasets, which the delete dialog asks for every 5 s.
 * With `excludeInternalReferences=true` there are none: this lake does not follow references across datasets.
 */
const references: Endpoint = {
  method: 'GET',
  path: '/data/references/:ds/documents/:id/to',
  access: 'view',
  handle({context, params, url}) {
    const dataset = datasetOf({context, params})
    const id = params['id'] ?? ''
    if (url.searchParams.get('excludeInternalReferences') === 'true') return answer([])
    const documents = [...dataset.source.candidates({kind: 'references', ids: [id]})]
    return answer(
      documents.map((document) => ({
        documentId: document._id,
        projectId: context.projectId,
        datasetName: dataset.name,
      })),
    )
  },
}

export const referencesEndpoints: readonly Endpoint[] = [references]

function answer(found: {documentId: string; projectId: string; datasetName: string}[]): Response {
  return Response.json({totalCount: found.length, references: found})
}
