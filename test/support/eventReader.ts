import {Agent, request} from 'node:http'
import type {RunningLake} from './startLake.ts'

export interface ReadEvent {
  id: string | undefined
  event: string
  data: Record<string, unknown>
}

export interface EventReader {
  /** Every event so far. */
  readonly events: readonly ReadEvent[]
  /** Resolves when an event was read for which this holds; at once when it was read before. */
  until(condition: (event: ReadEvent) => boolean): Promise<ReadEvent>
  close(): void
}

/** Reads server-sent events as they come, without the reconnecting of a client: what the lake sent is what one sees. */
export function readEvents(lake: RunningLake, path: string, lastEventId?: string): EventReader {
  const events: ReadEvent[] = []
  const waiting = new Set<() => void>()
  const agent = new Agent()
  let rest = ''
  const outgoing = request(`${lake.url}${path}`, {
    agent,
    headers: {
      authorization: `Bearer ${lake.token}`,
      ...(lastEventId === undefined ? {} : {'last-event-id': lastEventId}),
    },
  })
  // A killed server ends the connection in whatever way; what counts is what had come.
  outgoing.on('error', () => undefined)
  outgoing.on('response', (response) => {
    response.setEncoding('utf8')
    response.on('error', () => undefined)
    response.on('data', (chunk: string) => {
      const frames = (rest + chunk).split('\n\n')
      rest = frames.pop() ?? ''
      events.push(...frames.flatMap(parseFrame))
      for (const check of waiting) check()
    })
  })
  outgoing.end()
  return {
    events,
    until: (condition) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = events.find(condition)
          if (found === undefined) return
          waiting.delete(check)
          resolve(found)
        }
        waiting.add(check)
        check()
      }),
    close: () => {
      outgoing.destroy()
      agent.destroy()
    },
  }
}

function parseFrame(frame: string): ReadEvent[] {
  const fields = new Map(
    frame
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trimStart()] as const),
  )
  const data = fields.get('data')
  if (data === undefined) return []
  return [{id: fields.get('id'), event: fields.get('event') ?? 'message', data: JSON.parse(data)}]
}
