import {existsSync} from 'node:fs'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {SkippedError} from '../harness/skippedError.ts'

/** What is used of the package `payload`, which is not a dependency: see bench/README.md. */
interface PayloadPackage {
  buildConfig: (config: unknown) => Promise<unknown>
  getPayload: (options: {config: unknown}) => Promise<{destroy(): Promise<void>}>
  handleEndpoints: (options: {config: unknown; request: Request}) => Promise<Response>
}

interface SqlitePackage {
  sqliteAdapter: (options: {client: {url: string}; push: boolean}) => unknown
}

const MISSING =
  'Payload is not installed. See "Payload" in bench/README.md: npm install it into a folder of its own and name that in BENCH_PAYLOAD.'

const open = {create: () => true, read: () => true, update: () => true, delete: () => true}

/** The same talks as Payload would have them: indexes on what the list and the detail page ask for, the body as JSON. */
const collections = [
  {slug: 'authors', access: open, fields: [idField(), {name: 'name', type: 'text'}]},
  {
    slug: 'talks',
    access: open,
    fields: [
      idField(),
      {name: 'title', type: 'text'},
      {name: 'slug', type: 'text', index: true},
      {name: 'start', type: 'date', index: true},
      {name: 'end', type: 'date'},
      {name: 'location', type: 'text'},
      {name: 'event', type: 'text'},
      {name: 'authors', type: 'relationship', relationTo: 'authors', hasMany: true},
      {name: 'content', type: 'json'},
    ],
  },
]

/** Payload's own REST handlers on bare node:http, without Next.js, which is favourable to it. @throws SkippedError */
export async function startPayload(file: string): Promise<{port: number; close: () => Promise<void>}> {
  const {buildConfig, getPayload, handleEndpoints} = await load<PayloadPackage>('payload')
  const {sqliteAdapter} = await load<SqlitePackage>('@payloadcms/db-sqlite')
  const db = sqliteAdapter({client: {url: pathToFileURL(file).href}, push: true})
  const config = await buildConfig({secret: 'benchmark', db, collections, telemetry: false})
  // Payload makes its tables by itself only outside production, and is fast only in it.
  process.env['NODE_ENV'] = 'development'
  const payload = await getPayload({config})
  process.env['NODE_ENV'] = 'production'
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const response = await handleEndpoints({config, request: await plainRequest(incoming)})
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text())
  }
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.')
  return {port: address.port, close: () => payload.destroy()}
}

/** Payload writes to its request, so it gets the platform's own class. */
async function plainRequest(incoming: IncomingMessage): Promise<Request> {
  const {method = 'GET', url = '/', headers} = incoming
  const body = method === 'GET' ? null : Buffer.concat(await incoming.toArray()).toString()
  const contentType = headers['content-type'] ?? 'application/json'
  return new Request(`http://127.0.0.1${url}`, {method, body, headers: {'content-type': contentType}})
}

async function load<Package>(name: string): Promise<Package> {
  const folder = process.env['BENCH_PAYLOAD'] ?? ''
  if (folder === '' || !existsSync(join(folder, 'node_modules/payload'))) throw new SkippedError(MISSING)
  const path = createRequire(join(folder, 'index.js')).resolve(name)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an optional package has no types here
  return (await import(pathToFileURL(path).href)) as Package
}

function idField(): unknown {
  return {name: 'id', type: 'text', required: true}
}
