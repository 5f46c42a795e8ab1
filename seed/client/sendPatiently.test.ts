import {ClientError, createClient, type SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {sendPatiently} from './sendPatiently.ts'

const start = Date.UTC(2026, 10, 22)

beforeEach(() => vi.useFakeTimers({now: start}))
afterEach(() => vi.useRealTimers())

/** A client of a lake that is always busy, and the milliseconds after which it was asked. */
function clientOfBusyLake(headers: Record<string, string>): {client: SanityClient; asked: number[]} {
  const asked: number[] = []
  const client = createClient({
    projectId: 'lectern',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    resolveFetch: () => async () => {
      asked.push(Date.now() - start)
      return Response.json({statusCode: 429, error: 'Too Many Requests', message: 'busy'}, {status: 429, headers})
    },
  })
  return {client, asked}
}

test.each([
  ['twice as long each time', {}, [0, 500, 1500, 3500, 7500, 15_500, 31_500, 63_500]],
  ['twice as long each time, for a date', {'retry-after': 'Mon, 23 Nov 2026 00:00:00 GMT'}, [0, 500, 1500, 3500]],
  ['as long as the lake says', {'retry-after': '2'}, [0, 2000, 4000, 6000, 8000, 10_000, 12_000, 14_000]],
  ['a minute at most', {'retry-after': '900'}, [0, 60_000, 120_000, 180_000]],
])('a change that a busy lake refuses is sent eight times, after waits: %s', async (_, headers, waits) => {
  const {client, asked} = clientOfBusyLake(headers)
  const sent = sendPatiently(() => client.create({_type: 'talk'})).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  const error = await sent
  expect(error instanceof ClientError && error.statusCode).toBe(429)
  expect([asked.length, asked.slice(0, waits.length)]).toEqual([8, waits])
})
