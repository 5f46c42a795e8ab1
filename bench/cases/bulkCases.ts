import {join} from 'node:path'
import {sanityImport} from '@sanity/import'
import {lakeClient} from '../clients/lakeClient.ts'
import {type BenchDocument, talkDocuments} from '../data/talkDocuments.ts'
import type {BenchCase, Contestant, Figures, Job} from '../harness/benchCase.ts'
import {batches} from '../prepare/batches.ts'
import {post, requestOf} from '../prepare/preparePayload.ts'
import type {ServerKind} from '../servers/serverKinds.ts'
import type {RunningServer} from '../servers/startServer.ts'
import {scratchFolder} from './scratchFolder.ts'
import {withServer} from './withServer.ts'

/** Documents per transaction, some 300 KB, and transactions at once. */
const PER_TRANSACTION = 64
const AT_ONCE = 6
/** Talks sent to Payload: its pace does not change with their number, and ten thousand take minutes. */
const PAYLOAD_TALKS = 500

type Send = (server: RunningServer, documents: BenchDocument[]) => Promise<number>

const sendTransactions: Send = async (server, documents) => {
  const client = lakeClient(server)
  const queue = [...batches(documents, PER_TRANSACTION)].reverse()
  // Authors and projects come first and are referred to by what follows.
  const [first = []] = queue.splice(-1)
  const commit = (batch: typeof first) =>
    client.mutate(
      batch.map((document) => ({createOrReplace: document})),
      {returnDocuments: false},
    )
  await commit(first)
  let sent = first.length
  await Promise.all(
    Array.from({length: AT_ONCE}, async () => {
      for (let batch = queue.pop(); batch !== undefined; batch = queue.pop()) {
        await commit(batch)
        sent += batch.length
      }
    }),
  )
  return sent
}

const sendByImporter: Send = async (server, documents) => {
  await sanityImport(documents, {
    client: lakeClient(server),
    operation: 'createOrReplace',
    releasesOperation: 'ignore',
    allowAssetsInDifferentDataset: false,
    allowSystemDocuments: false,
    replaceAssets: false,
    skipCrossDatasetReferences: false,
    tag: 'bench',
    onProgress: () => undefined,
  })
  return documents.length
}

const sendToFloor: Send = async (server, documents) => {
  let sent = 0
  for (const batch of batches(documents, PER_TRANSACTION)) {
    await (await fetch(`${server.url}/bulk/`, {method: 'POST', body: JSON.stringify(batch)})).text()
    sent += batch.length
  }
  return sent
}

const sendToPayload: Send = async (server, documents) => {
  let sent = 0
  for (const batch of batches(documents, 16)) {
    const requests = batch.flatMap((document) => requestOf(document))
    await Promise.all(requests.map((request) => post(server.url, request)))
    sent += requests.length
  }
  return sent
}

/** Sends documents that are ready to a fresh server; documents per second of wall time. */
const contestant = (about: string, kind: ServerKind, send: Send, mostTalks = Infinity): Contestant => ({
  about,
  measure: (job: Job) =>
    scratchFolder(job, (folder) =>
      withServer(kind, {path: join(folder, kind)}, async (server): Promise<Figures> => {
        const documents = [...talkDocuments(Math.min(job.talks, mostTalks))]
        const start = performance.now()
        const sent = await send(server, documents)
        const seconds = (performance.now() - start) / 1000
        const {cpu} = await server.usage()
        return {'documents/s': sent / seconds, seconds, 'server CPU µs/document': cpu / sent}
      }),
    ),
})

/** Many documents at once. */
export const bulkCases = {
  bulk: {
    about: `documents through the official client, ${AT_ONCE} transactions of ${PER_TRANSACTION} at once, into an empty lake`,
    sizes: ['1k', '10k', '100k'],
    contestants: {
      lake: contestant('our lake', 'lake', sendTransactions),
      nothing: contestant('the same client against a server that does nothing', 'nothing', sendTransactions),
      floor: contestant('node:http and node:sqlite', 'floor', sendToFloor),
      payload: {
        ...contestant('Payload, 16 requests at once', 'payload', sendToPayload, PAYLOAD_TALKS),
        sizes: ['1k', '10k'],
      },
    },
    targets: [
      {
        figure: 'documents/s',
        against: {contestant: 'payload'},
        atLeast: 35,
        // A thousand documents are over before a client is warm: even a server that does nothing gets 33 times Payload's then.
        sizes: ['10k'],
        goal: 'bulk writes: Payload',
      },
      {figure: 'documents/s', against: {contestant: 'nothing'}},
      {figure: 'documents/s', against: {contestant: 'floor'}},
      {figure: 'documents/s', atLeast: 4000, sizes: ['10k']},
    ],
  },
  sanityImport: {
    about: '@sanity/import into an empty lake',
    sizes: ['1k', '10k'],
    contestants: {
      lake: contestant('our lake', 'lake', sendByImporter),
      nothing: contestant('a server that does nothing', 'nothing', sendByImporter),
    },
    targets: [
      {
        figure: 'seconds',
        against: {contestant: 'nothing'},
        atMost: 1.1,
        sizes: ['10k'],
        goal: '@sanity/import: a server that does nothing',
      },
    ],
  },
} satisfies Record<string, BenchCase>
