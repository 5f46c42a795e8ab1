import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import {STUDIO_VARIABLES} from './viteConfig.ts'

const SOURCES = ['studio/**/*', 'schemas/**/*', 'package-lock.json']
const NO_SOURCES = ['**/*.test.*', '**/fixtures/**', 'schemas/typegen/**', 'schemas/sanity.types.ts', '**/*.md']

/** A hash of everything that a build of the Studio depends on. */
export function sourcesHash(projectDir: string, environment: NodeJS.ProcessEnv = process.env): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES, {cwd: projectDir, ignore: NO_SOURCES}).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(projectDir, file)))
      .update('\0')
  }
  for (const name of STUDIO_VARIABLES) hash.update(`${name}=${environment[name] ?? ''}\0`)
  return hash.digest('hex')
}
