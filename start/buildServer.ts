import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, rename, rm, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** Packages with machine code of their own, which no build can take in. */
const NATIVE = ['sharp', '@node-rs/argon2']

const ONE_DAY = 86_400_000

/**
 * Builds the lake with its dependencies, and the client, into the folder `target`. It appears in one step, so that several processes may start at once. Builds of
 * older sources beside it are removed after a day.
 */
export async function buildServer(projectDir: string, target: string): Promise<void> {
  const folder = dirname(target)
  await mkdir(folder, {recursive: true})
  const temporary = await mkdtemp(join(folder, 'building-'))
  try {
    await buildInto(projectDir, temporary)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, {recursive: true, force: true})
    // Another process built the same sources in the meantime.
    if (!existsSync(target)) throw error
  }
  await removeOld(folder, target)
}

async function buildInto(projectDir: string, outDir: string): Promise<void> {
  const {build} = await import('vite')
  await build({
    configFile: false,
    root: projectDir,
    mode: 'production',
    logLevel: 'error',
    ssr: {noExternal: true, external: NATIVE},
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {input: {createLake: 'lake/createLake.ts', sanityClient: '@sanity/client'}},
    },
  })
}

async function removeOld(folder: string, current: string): Promise<void> {
  const builds = (await readdir(folder)).map((name) => join(folder, name)).filter((path) => path !== current)
  for (const path of builds) {
    const {mtimeMs} = await stat(path)
    if (Date.now() - mtimeMs > ONE_DAY) await rm(path, {recursive: true, force: true})
  }
}
