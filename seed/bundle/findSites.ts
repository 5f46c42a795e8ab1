import {readdirSync} from 'node:fs'
import {join} from 'node:path'

/** Folders below `folder` (itself included) that hold a Hugo site, sorted. */
export function findSites(folder: string): string[] {
  const found: string[] = []
  const visit = (path: string) => {
    const names = readdirSync(path, {withFileTypes: true}).filter(
      (entry) => entry.isDirectory() && !/^(node_modules|\.git)$/.test(entry.name),
    )
    if (names.some(({name}) => name === 'content')) found.push(path)
    for (const {name} of names) if (name !== 'content' && name !== 'static') visit(join(path, name))
  }
  visit(folder)
  return found.sort()
}
