import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'

export interface SourcesToHash {
  projectDir: string
  /** Globs, relative to `projectDir`, of all files that the build is made of; `!` leaves some out. */
  patterns: readonly string[]
  /** What else the build depends on. */
  settings?: readonly string[]
}

/** A name for a build, 16 hex digits: another one when a source, a dependency or a setting changed. */
export function hashSources({projectDir, patterns, settings = []}: SourcesToHash): string {
  const hash = createHash('sha256')
  for (const file of globSync([...patterns, 'package-lock.json'], {cwd: projectDir}).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(projectDir, file)))
      .update('\0')
  }
  for (const setting of settings) hash.update(`${setting}\0`)
  return hash.digest('hex').slice(0, 16)
}
