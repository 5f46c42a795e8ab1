import {createLake, type Lake} from '../lake/createLake.ts'
import {allowedOrigins} from './allowedOrigins.ts'
import type {Settings} from './settings.ts'

export interface OpenedLake {
  lake: Lake
  origins: () => string[]
  /** Whether opening the Studio signs in. */
  handsOutSessions: boolean
}

/**
 * Opens the embedded Content Lake in the data folder. On the loopback default opening the Studio signs in;
 * with another `HOST` people sign in with accounts.
 * @throws LakeStartError
 */
export function openLake(settings: Settings, port: () => number): OpenedLake {
  const local = isLoopback(settings.host)
  const origins = (): string[] => allowedOrigins(settings.host, port())
  const lake = createLake({
    dataDir: settings.dataDir,
    projectId: 'lectern',
    dataset: 'production',
    origins,
    signIn: !local,
  })
  return {lake, origins, handsOutSessions: local}
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
