import {PROJECT_ID} from '../connection/embeddedLake.ts'
import type {Lake} from '../lake/createLake.ts'
import {isOpenToOthers} from './isOpenToOthers.ts'
import {loadBuilt} from './loadBuilt.ts'
import type {Settings} from './settings.ts'

export interface OpenedLake {
  lake: Lake
  /** Whether opening the Studio signs in. */
  handsOutSessions: boolean
}

/**
 * Opens the embedded Content Lake in the data folder. On the loopback default opening the Studio signs in;
 * where others can come, people sign in with accounts. While it is developed the lake is its sources.
 * @throws LakeStartError
 */
export async function openLake(settings: Settings, origins: () => string[]): Promise<OpenedLake> {
  const signIn = isOpenToOthers(settings)
  const {createLake} = await (settings.dev ? import('../lake/createLake.ts') : loadBuilt('createLake'))
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
