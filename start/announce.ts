import {relative} from 'node:path'
import {isOpenToOthers} from './isOpenToOthers.ts'
import type {Settings} from './settings.ts'

/** Says where everything is, once it can be opened. */
export function announce(settings: Settings, {url}: {url: string}, print: (line: string) => void): void {
  const {hosted, dataDir, publicOrigin} = settings
  const lines = [
    ...(publicOrigin === undefined ? [] : [['Public', `${publicOrigin}/`]]),
    ['Site', `${url}/`],
    ['Studio', `${url}/studio`],
    ...(hosted === undefined
      ? [
          ['Content Lake', `${url}/v2025-02-19/data/query/production?query=*`],
          ['Data', displayPath(dataDir)],
        ]
      : [['Content Lake', `hosted, project ${hosted.projectId}, dataset ${hosted.dataset}`]]),
  ]
  print('')
  for (const [name, place] of lines) print(`  ${name?.padEnd(14)}${place}`)
  if (hosted === undefined && isOpenToOthers(settings)) {
    print('\n  People sign in. Accounts: npm run accounts -- add NAME --role=administrator')
  }
  print('\n  Ctrl-C stops it.')
}

function displayPath(path: string): string {
  const fromHere = relative(process.cwd(), path)
  return fromHere.startsWith('..') ? path : fromHere
}
