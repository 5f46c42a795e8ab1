import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {createLake} from '../lake/createLake.ts'

export interface LakeModule {
  createLake: typeof createLake
}

const projectDir = join(import.meta.dirname, '..')

/** Beside sources: what only tests and the conformance suite read. */
const NO_SOURCES = /\.test\.ts$|(^|\/)(fixtures|conformance|fuzz)\//

/**
 * The embedded Content Lake as a few large files, made anew when its sources or a dependency changed: Node takes longer to find and link the three
 * hundred files it is written in than for all else at a start.
 * @param outDir where builds are kept, by default `dist/lake` of the project
 */
export async function loadLake(outDir = join(projectDir, 'dist/lake')): Promise<LakeModule> {
  const target = join(outDir, sourcesHash())
  if (!existsSync(target)) {
    const {buildLake} = await import('./buildLake.ts')
    await buildLake(projectDir, target)
  }
  const module: LakeModule = await import(pathToFileURL(join(target, 'createLake.js')).href)
  return module
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const sources = readdirSync(join(projectDir, 'lake'), {recursive: true, encoding: 'utf8'})
    .map((file) => `lake/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !NO_SOURCES.test(file))
  for (const file of [...sources.sort(), 'start/buildLake.ts', 'package-lock.json']) {
    hash.update(`${file}\0`).update(readFileSync(join(projectDir, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
