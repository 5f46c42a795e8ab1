import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** In the folder of a site that an export begins: the paths of pages that are still to be written, one a line. */
export const UNWRITTEN = '.lectern-unwritten'

/** Paths of the pages that an export which began the site was to write and did not: nobody deleted them there. */
export function readUnwritten(folder: string): ReadonlySet<string> {
  const file = join(folder, UNWRITTEN)
  return new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [])
}

/** Puts down which pages are still to be written; of none there is no file. */
export function noteUnwritten(folder: string, paths: readonly string[]): void {
  const file = join(folder, UNWRITTEN)
  if (paths.length > 0) writeFileSync(file, paths.map((path) => `${path}\n`).join(''))
  else rmSync(file, {force: true})
}
