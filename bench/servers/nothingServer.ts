import {createServer, type Server} from 'node:http'

/** Answers every mutation as if it had been done, and does nothing: what an importer needs by itself. */
export function nothingServer(): Server {
  return createServer((request, response) => {
    void request.toArray().then((chunks: Buffer[]) => {
      const text = Buffer.concat(chunks).toString()
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(text)))
    })
  })
}

function answer(body: string): unknown {
  if (body === '') return {result: [], ms: 0}
  const {mutations = []}: {mutations?: Record<string, {_id?: string; id?: string}>[]} = JSON.parse(body)
  const results = mutations.map((mutation) => {
    const [operation, value] = Object.entries(mutation)[0] ?? []
    return {id: value?._id ?? value?.id, operation: operation === 'patch' ? 'update' : 'create'}
  })
  return {transactionId: 'nothing', results}
}
