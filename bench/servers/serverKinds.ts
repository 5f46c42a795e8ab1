import type {Server} from 'node:http'
import {boundMemory} from '../../start/boundMemory.ts'
import type {Handler} from '../../start/createHandler.ts'

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

/** Every server that is measured, ours and the references; each runs in a process of its own (`serve.ts`) and loads only what it is made of. */
export const serverKinds = {
  lake: async ({path}) => {
    const [{loadBuilt}, {listen}] = await Promise.all([
      import('../../start/loadBuilt.ts'),
      import('../../start/listen.ts'),
    ])
    const {createLake} = await loadBuilt('createLake')
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
    boundMemory()
    listening.server.on('upgrade', (request, socket, head) => lake.handleUpgrade(request, socket, head))
    const close = async (): Promise<void> => {
      await listening.close()
      await lake.close()
    }
    return {port, token: lake.token, writes: () => writes, close}
  },
  studio: async ({path}) => (await import('./studioServer.ts')).studioServer(path ?? '', {isRecorded: false}),
  studioRecorded: async ({path}) => (await import('./studioServer.ts')).studioServer(path ?? '', {isRecorded: true}),
  floor: async ({path}) => bare((await import('../floorServer.ts')).floorServer(path ?? '').server),
  groqJs: async ({talks = 0}) => onOurs((await import('./groqJsHandler.ts')).groqJsHandler(talks)),
  handWritten: async ({talks = 0}) => onOurs((await import('./handWrittenHandler.ts')).handWrittenHandler(talks)),
  nothing: async () => bare((await import('./nothingServer.ts')).nothingServer()),
  fanOut: async () => bare((await import('./fanOutServer.ts')).fanOutServer()),
  payload: async ({path}) => (await import('./startPayload.ts')).startPayload(path ?? ''),
} satisfies Record<string, (options: ServerOptions) => Promise<StartedServer>>

export type ServerKind = keyof typeof serverKinds

async function onOurs(handler: Handler): Promise<StartedServer> {
  const {listen} = await import('../../start/listen.ts')
  return listen(handler, {host: HOST, port: 0})
}

async function bare(server: Server): Promise<StartedServer> {
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.')
  return {port: address.port}
}
