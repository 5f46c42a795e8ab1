import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {SettingsError, type Settings} from './settings.ts'

/**
 * The environment in which Sanity's command line talks to the lake of these settings, with the administrator's token
 * unless another is given. With a hosted project it is left as it is.
 * @throws SettingsError when there is no lake yet, or its port is not known.
 */
export function sanityEnvironment(env: NodeJS.ProcessEnv, settings: Settings): NodeJS.ProcessEnv {
  if (settings.hosted !== undefined) return env
  if (settings.port === 0) throw new SettingsError('PORT is 0. Set it to the port that Lectern printed at its start.')
  const preload = pathToFileURL(join(import.meta.dirname, 'localLake.ts')).href
  return {
    ...env,
    SANITY_INTERNAL_ENV: `http://localhost:${settings.port}`,
    SANITY_AUTH_TOKEN: env['SANITY_AUTH_TOKEN'] || readToken(settings.dataDir),
    DO_NOT_TRACK: '1',
    NODE_OPTIONS: [env['NODE_OPTIONS'], `--import=${preload}`].filter(Boolean).join(' '),
  }
}

function readToken(dataDir: string): string {
  const path = join(dataDir, 'token')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  throw new SettingsError(`There is no ${path}. Start Lectern once, or set LECTERN_DATA.`)
}
