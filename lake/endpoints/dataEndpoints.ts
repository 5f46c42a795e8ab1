import type {Hubs} from '../listening/createHubs.ts'
import {actionEndpoints} from './actions.ts'
import {afterCatchingUp} from './afterCatchingUp.ts'
import {docEndpoints} from './doc.ts'
import type {Endpoint} from './endpoint.ts'
import {exportEndpoints} from './export.ts'
import {historyDocumentEndpoints} from './historyDocuments.ts'
import {historyEventEndpoints} from './historyEvents.ts'
import {historyTransactionEndpoints} from './historyTransactions.ts'
import {listenEndpoints} from './listen.ts'
import {liveEventsEndpoints} from './liveEvents.ts'
import {mutateEndpoints} from './mutate.ts'
import {pingEndpoints} from './ping.ts'
import {queryEndpoints} from './query.ts'
import {referencesEndpoints} from './references.ts'
import {resourceEndpoints} from './resourceEndpoints.ts'

/** The endpoints of documents: everything below `/data`, and the same below `/projects/:pid/datasets/:ds`. */
export function dataEndpoints(hubs: Hubs): readonly Endpoint[] {
  const reading = [
    ...referencesEndpoints,
    ...historyTransactionEndpoints,
    ...historyDocumentEndpoints,
    ...historyEventEndpoints,
    ...exportEndpoints,
  ]
  const endpoints = [
    ...pingEndpoints,
    ...queryEndpoints,
    ...docEndpoints,
    ...mutateEndpoints,
    ...actionEndpoints,
    ...listenEndpoints(hubs),
    ...liveEventsEndpoints(hubs),
    ...reading.map(afterCatchingUp),
  ]
  return [...endpoints, ...resourceEndpoints(endpoints)]
}
