import {NotFoundError} from '../errors.ts'
import type {Endpoint} from './endpoint.ts'

/**
 * The endpoints of documents under the other address that `@sanity/client` has for them: with
 * `resource: {type: 'dataset', id: '<project>.<dataset>'}` it asks `/projects/<project>/datasets/<dataset>/query` for `/data/query/<dataset>`.
 */
export function resourceEndpoints(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return endpoints.flatMap((endpoint) => {
    const [, operation, rest = ''] = /^\/data\/(.+?)\/:ds(\/.*)?$/.exec(endpoint.path) ?? []
    if (operation === undefined) return []
    const path = `/projects/:pid/datasets/:ds/${operation}${rest}`
    const handle: Endpoint['handle'] = (request) => {
      const project = request.params['pid'] ?? ''
      if (project !== request.context.projectId) throw new NotFoundError(`No project with the id ${project}`)
      return endpoint.handle(request)
    }
    return [{...endpoint, path, handle}]
  })
}
