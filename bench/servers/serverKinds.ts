import {createServer, type Server} from 'node:http'
import {createLake} from '../../lake/createLake.ts'
import {listen} from '../../start/listen.ts'
import {floorServer} from '../floorServer.ts'
import {fanOutServer} from './fanOutServer.ts'
import {groqJsHandler} from './groqJsHandler.ts'
import {handWrittenHandler} from './handWrittenHandler.ts'
import {nothingServer} from './nothingServer.ts'
import {startPayload} from './startPayload.ts'

export interface ServerOptions {
  /** The lake's data folder, or the floor's database file. */
  path?: string
  /** Talks that a server generates into its own memory. */
  talks?: number
}

export interface StartedServer {
  port: number
  /** Of the lake's administrator. */
  token?: string
  /** Requests so far that wanted to change something. */
  writes?: () => number
  close?: () => Promise<void>
}

const HOST = '127.0.0.1'

/** Every server that is measured, ours and the references; each runs in a process of its own (`serve.ts`). */
export const serverKinds = {
  lake: async ({path}) => {
    let port = 0
    const lake = createLake({
      dataDir: path ?? '',
      projectId: 'lectern',
      dataset: 'production',
      origins: () => [`http://${HOST}:${port}`],
    })
    let writes = 0
    const counted = (request: Request): Promise<Response> => {
      if (request.method !== 'GET') writes++
      return lake.fetch(request)
    }
    const listening = await listen(counted, {host: HOST, port})
    port = listening.port
    listening.server.on('upgrade', (request, socket, head) => lake.handleUpgrade(request, socket, head))
    const close = async (): Promise<void> => {
      await listening.close()
      await lake.close()
    }
    return {port, token: lake.token, writes: () => writes, close}
  },
  floor: ({path}) => bare(floorServer(path ?? '').server),
  groqJs: ({talks = 0}) => listen(groqJsHandler(talks), {host: HOST, port: 0}),
  handWritten: ({talks = 0}) => listen(handWrittenHandler(talks), {host: HOST, port: 0}),
  nothing: () => bare(nothingServer()),
  fanOut: () => bare(fanOutServer()),
  hello: () => bare(createServer((_, response) => response.end('hello'))),
  helloInOurs: () => listen(() => new Response('hello'), {host: HOST, port: 0}),
  payload: ({path}) => startPayload(path ?? ''),
} satisfies Record<string, (options: ServerOptions) => Promise<StartedServer>>

export type ServerKind = keyof typeof serverKinds

async function bare(server: Server): Promise<StartedServer> {
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.')
  return {port: address.port}
}
