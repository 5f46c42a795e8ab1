import {datasetOf, type Endpoint} from './endpoint.ts'

/** An endpoint that answers when its dataset has caught up: others are answered meanwhile. */
export function afterCatchingUp(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    async handle(request) {
      await datasetOf(request).catchUp()
      return endpoint.handle(request)
    },
  }
}
