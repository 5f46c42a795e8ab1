import {readdirSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {isFolder} from './isFile.ts'

/** So many sites below a folder are named. */
const NAMED = 3

/** Where the site is that somebody may have meant by a folder without one, as a sentence; '' where none is near. */
export function siteNearby(folder: string): string {
  const given = resolve(folder)
  for (let above = dirname(given); above !== dirname(above); above = dirname(above))
    if (given === join(above, 'content') || given.startsWith(join(above, 'content/')))
      return ` Give the folder that contains content: "${above}".`
  const below = readdirSync(given, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && isFolder(join(given, entry.name, 'content')))
    .map(({name}) => `"${join(folder, name)}"`)
    .sort()
  if (below.length === 0) return ''
  return ` Did you mean ${below.slice(0, NAMED).join(' or ')}${below.length > NAMED ? `, or one of ${below.length - NAMED} more` : ''}?`
}
