import {actionEndpoints} from './actions.ts'
import {docEndpoints} from './doc.ts'
import type {Endpoint} from './endpoint.ts'
import {mutateEndpoints} from './mutate.ts'
import {pingEndpoints} from './ping.ts'
import {queryEndpoints} from './query.ts'
import {referencesEndpoints} from './references.ts'

/** The endpoints of documents, which need nothing but a dataset. */
export const dataEndpoints: readonly Endpoint[] = [
  ...pingEndpoints,
  ...queryEndpoints,
  ...docEndpoints,
  ...mutateEndpoints,
  ...actionEndpoints,
  ...referencesEndpoints,
]
