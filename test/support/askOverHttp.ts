import {request} from 'node:http'

export interface Asked {
  status: number | undefined
  headers: NodeJS.Dict<string | string[]>
  body: string
}

export interface AskOptions {
  method?: string
  /** Any header, `host` included, which `fetch` does not let one set. */
  headers?: Record<string, string>
  body?: string
}

/** One HTTP request with exactly these headers, as no browser would send it. */
export function askOverHttp(url: string, {method = 'GET', headers = {}, body = ''}: AskOptions = {}): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {method, headers: {'content-length': String(Buffer.byteLength(body)), ...headers}})
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString()}),
      )
    })
    outgoing.end(body)
  })
}
