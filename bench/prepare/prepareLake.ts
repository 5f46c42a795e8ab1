import {createStore} from '../../lake/store/createStore.ts'
import {lakeClient} from '../clients/lakeClient.ts'
import {talkDocuments} from '../data/talkDocuments.ts'
import type {Job} from '../harness/benchCase.ts'
import {startServer} from '../servers/startServer.ts'
import {batches} from './batches.ts'

const PER_TRANSACTION = 500

/** A data folder of the lake that holds the talks, their indexes and their full text. */
export async function prepareLake(path: string, {talks}: Job): Promise<void> {
  const server = await startServer('lake', {path})
  const client = lakeClient(server)
  for (const batch of batches(talkDocuments(talks), PER_TRANSACTION))
    await client.mutate(
      batch.map((document) => ({createOrReplace: document})),
      {visibility: 'async', returnDocuments: false},
    )
  await server.stop()
  const store = createStore({dataDir: path})
  store.settle()
  store.close()
}
