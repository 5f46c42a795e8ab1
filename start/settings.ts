import {resolve} from 'node:path'
import {type NamedLake, namedLake} from '../connection/namedLake.ts'

/** Where and how Lectern runs: read once from the environment. */
export interface Settings {
  host: string
  /** 0 picks a free port. */
  port: number
  dataDir: string
  /** Where a proxy in front of this server is reached, e.g. `https://talks.example.org`. */
  publicOrigin: string | undefined
  /** Frontends elsewhere whose pages may ask the lake, e.g. `http://localhost:5173`. */
  corsOrigins: string[]
  dev: boolean
  /** Set when Sanity's own variables name a hosted project; then no embedded lake is started. */
  hosted: NamedLake | undefined
}

/** A mistake of the person who starts Lectern; shown without a stack trace. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

const DEFAULT_PORT = 3333
const HIGHEST_PORT = 65_535

/**
 * Reads `PORT`, `HOST`, `LECTERN_DATA`, `LECTERN_ORIGIN`, `LECTERN_CORS_ORIGINS` (with commas between) and, for a hosted
 * project, Sanity's own `SANITY_STUDIO_PROJECT_ID`, `SANITY_STUDIO_DATASET` and `SANITY_AUTH_TOKEN`.
 * @throws SettingsError for a host, a port or an origin that is none.
 */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const unknown = args.find((arg) => arg !== '--dev')
  if (unknown !== undefined) throw new SettingsError(`Unknown argument "${unknown}". The only one is --dev.`)
  return {
    host: readHost(env['HOST'] || '127.0.0.1'),
    port: readPort(env['PORT']),
    dataDir: resolve(env['LECTERN_DATA'] || '.lectern'),
    publicOrigin: env['LECTERN_ORIGIN'] ? readOrigin('LECTERN_ORIGIN', env['LECTERN_ORIGIN']) : undefined,
    corsOrigins: readList(env['LECTERN_CORS_ORIGINS']).map((text) => readOrigin('LECTERN_CORS_ORIGINS', text)),
    dev: args.includes('--dev'),
    hosted: env['SANITY_STUDIO_PROJECT_ID'] ? namedLake(env) : undefined,
  }
}

/** An IPv6 address may have the brackets that it has in a URL. */
function readHost(text: string): string {
  const host = text.replace(/^\[(.*)\]$/, '$1')
  if (URL.canParse(`http://${host.includes(':') ? `[${host}]` : host}`) && !/[\s/@?#]/.test(host)) return host
  throw new SettingsError(`HOST is "${text}", which is no name and no address of a machine. An example: 0.0.0.0`)
}

function readPort(text: string | undefined): number {
  if (!text) return DEFAULT_PORT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port
  throw new SettingsError(`PORT is "${text}", which is no port. Use a whole number from 0 to ${HIGHEST_PORT}.`)
}

function readList(text = ''): string[] {
  return text.split(/[\s,]+/).filter((item) => item !== '')
}

function readOrigin(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) return url.origin
  throw new SettingsError(`${name} has "${text}", which is no origin. An example: https://talks.example.org`)
}
