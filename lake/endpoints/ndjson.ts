import {setImmediate as nextTurn} from 'node:timers/promises'

const chunkLength = 64 * 1024

/**
 * An answer of lines of JSON, which are read as they are sent, so that a long list takes bounded memory; at each undefined, others have their turn.
 * What cannot be read from its beginning is thrown, and an answer with its reason; what cannot be read later breaks the list off.
 */
export function ndjson(source: Generator<object | string | undefined>): Response {
  const encoder = new TextEncoder()
  let chunk = ''

  function read(): 'full' | 'turn' | 'end' {
    while (chunk.length < chunkLength) {
      const {done, value} = source.next()
      if (done === true) return 'end'
      if (value === undefined) return 'turn'
      chunk += `${typeof value === 'string' ? value : JSON.stringify(value)}\n`
    }
    return 'full'
  }

  let state = read()
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (chunk === '') state = read()
      for (; state === 'turn'; state = read()) await nextTurn()
      if (chunk !== '') controller.enqueue(encoder.encode(chunk))
      chunk = ''
      if (state === 'end') controller.close()
    },
  })
  return new Response(stream, {headers: {'content-type': 'application/x-ndjson; charset=utf-8'}})
}
