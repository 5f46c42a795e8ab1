import {Agent, request} from 'node:http'
import type {Figures} from '../harness/benchCase.ts'
import {median, percentile} from '../harness/median.ts'

export interface OneRequest {
  method?: 'GET' | 'POST'
  path: string
  body?: string
  headers?: Record<string, string>
}

/** Sends requests one after the other on one kept-alive connection; latencies from the first byte sent to the last received. */
export async function oneByOne(
  url: string,
  requests: readonly OneRequest[],
  {warmUp = 5}: {warmUp?: number} = {},
): Promise<Figures> {
  const agent = new Agent({keepAlive: true, maxSockets: 1})
  const times: number[] = []
  for (const one of requests) {
    const start = performance.now()
    await send(agent, url, one)
    times.push(performance.now() - start)
  }
  agent.destroy()
  const counted = times.slice(warmUp)
  return {'p50 ms': median(counted), 'p99 ms': percentile(counted, 0.99)}
}

/** Sends one request and reads its whole answer. @throws Error for an answer that is no 2xx */
export function send(
  agent: Agent,
  url: string,
  {method = 'GET', path, body = '', headers}: OneRequest,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, {
      agent,
      method,
      headers: {'content-type': 'application/json', ...headers},
    })
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const status = response.statusCode ?? 0
        if (status >= 200 && status < 300) resolve(text)
        else reject(new Error(`${method} ${path} was answered with ${status}: ${text.slice(0, 500)}`))
      })
    })
    outgoing.end(body)
  })
}
