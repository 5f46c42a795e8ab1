import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, rename, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {compressFiles} from './compressFiles.ts'
import {sourcesHash} from './sourcesHash.ts'
import {viteConfig} from './viteConfig.ts'

export interface EnsureStudioOptions {
  /** The project's folder: the one with package.json. */
  projectDir: string
  /** Where builds are kept; by default `dist/studio` of the project. */
  outDir?: string
  /** Hears that a build starts, which takes ten to thirty seconds. */
  print?: (line: string) => void
}

/**
 * The folder of the built Studio, built now if its sources changed since. Each build has a folder named after the hash
 * of its sources and appears in one step, so a build that was cut off is never served and several processes may start
 * at once. Builds of older sources are removed after a day.
 */
export async function ensureStudio({projectDir, outDir, print}: EnsureStudioOptions): Promise<string> {
  const folder = outDir ?? join(projectDir, 'dist/studio')
  const target = join(folder, sourcesHash(projectDir).slice(0, 16))
  if (existsSync(target)) return target
  print?.('Building the Studio, once until its sources change …')
  await mkdir(folder, {recursive: true})
  const temporary = await mkdtemp(join(folder, 'building-'))
  try {
    await buildInto(projectDir, temporary)
    await compressFiles(temporary)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, {recursive: true, force: true})
    // Another process that built the same sources was faster: its result is ours.
    if (!existsSync(target)) throw error
  }
  await removeOld(folder, target)
  return target
}

async function buildInto(projectDir: string, outDir: string): Promise<void> {
  const {build} = await import('vite')
  await build({
    ...viteConfig(projectDir, 'production'),
    build: {
      outDir,
      emptyOutDir: false,
      assetsDir: 'static',
      target: 'es2022',
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        onLog: (level, log, print) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : print(level, log)),
      },
    },
  })
}

const ONE_DAY = 86_400_000

async function removeOld(folder: string, current: string): Promise<void> {
  const builds = (await readdir(folder)).map((name) => join(folder, name)).filter((path) => path !== current)
  for (const path of builds) {
    const {mtimeMs} = await stat(path)
    if (Date.now() - mtimeMs > ONE_DAY) await rm(path, {recursive: true, force: true})
  }
}
