import type {Server} from 'node:http'
import {getRequestListener} from '@hono/node-server'
import {createLake, type Lake, type LakeOptions} from './createLake.ts'
import {createHttpServer} from './httpServer.ts'

export interface ServedLake {
  readonly lake: Lake
  /** Address of the API, e.g. `http://127.0.0.1:41234`. */
  readonly origin: string
  close(): Promise<void>
}

/** A lake on a free port of this machine, without Studio and site: for tests. */
export async function serveLake(options: Omit<LakeOptions, 'origins'>): Promise<ServedLake> {
  let origin = ''
  const lake = createLake({...options, origins: () => [origin]})
  const listener = getRequestListener((request) => lake.fetch(request))
  const server = createHttpServer((request, response) => void listener(request, response))
  server.on('upgrade', (request, socket, head) => lake.handleUpgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${portOf(server)}`
  return {
    lake,
    origin,
    async close() {
      await lake.close()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port')
  return address.port
}
