import {createLake, type Lake} from '../lake/createLake.ts'
import {isOpenToOthers} from './isOpenToOthers.ts'
import type {Settings} from './settings.ts'

/** Project of the embedded lake, as Sanity's clients name it. */
export const PROJECT_ID = 'lectern'

export interface OpenedLake {
  lake: Lake
  /** Whether opening the Studio signs in. */
  handsOutSessions: boolean
}

/**
 * Opens the embedded Content Lake in the data folder. On the loopback default opening the Studio signs in;
 * where others can come, people sign in with accounts.
 * @throws LakeStartError
 */
export function openLake(settings: Settings, origins: () => string[]): OpenedLake {
  const signIn = isOpenToOthers(settings)
  const lake = createLake({
    dataDir: settings.dataDir,
    projectId: PROJECT_ID,
    dataset: 'production',
    origins,
    corsOrigins: settings.corsOrigins,
    publicOrigin: settings.publicOrigin,
    signIn,
  })
  return {lake, handsOutSessions: !signIn}
}
