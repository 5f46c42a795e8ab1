import {Agent, request} from 'node:http'

export interface Listeners {
  /** Resolves when every listener has received `count` mutation events since the last call. */
  received(count: number): Promise<void>
  close(): void
}

const MUTATION = Buffer.from('event: mutation')

/** Opens event streams and counts their mutations; a plain socket each, as parsing would be the client's time. */
export async function eventListeners(url: string, headers: Record<string, string>, count: number): Promise<Listeners> {
  const agent = new Agent({keepAlive: false, maxSockets: Infinity})
  const seen: number[] = Array.from({length: count}, () => 0)
  // The beginning of a word that the next chunk ends.
  const tails: Buffer[] = seen.map(() => Buffer.alloc(0))
  let goal = Infinity
  let missing = count
  let done = (): void => undefined
  const abort = new AbortController()
  await Promise.all(
    seen.map(
      (_, index) =>
        new Promise<void>((resolve, reject) => {
          const outgoing = request(url, {
            agent,
            headers: {accept: 'text/event-stream', ...headers},
            signal: abort.signal,
          })
          outgoing.on('error', (error) => (abort.signal.aborted ? undefined : reject(error)))
          outgoing.on('response', (response) => {
            if (response.statusCode !== 200) reject(new Error(`The stream was answered with ${response.statusCode}.`))
            response.on('error', () => undefined)
            response.on('data', (chunk: Buffer) => {
              resolve()
              const before = seen[index] ?? 0
              const bytes = Buffer.concat([tails[index] ?? chunk, chunk])
              tails[index] = bytes.subarray(Math.max(0, bytes.length - MUTATION.length + 1))
              const now = before + occurrences(bytes)
              seen[index] = now
              if (before < goal && now >= goal && --missing === 0) done()
            })
          })
          outgoing.end()
        }),
    ),
  )
  return {
    received: (events) =>
      new Promise((resolve) => {
        seen.fill(0)
        goal = events
        missing = count
        done = resolve
      }),
    close: () => {
      abort.abort()
      agent.destroy()
    },
  }
}

function occurrences(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(MUTATION); at !== -1; at = chunk.indexOf(MUTATION, at + MUTATION.length)) count++
  return count
}
