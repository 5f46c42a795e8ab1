import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {createClient} from '@sanity/client'
import {buildOnce} from '../builds/buildOnce.ts'
import {hashSources} from '../builds/hashSources.ts'
import type {createLake} from '../lake/createLake.ts'

interface Built {
  createLake: {createLake: typeof createLake}
  sanityClient: {createClient: typeof createClient}
}

const projectDir = join(import.meta.dirname, '..')

/** Not what only tests and the conformance suite read. */
const SOURCES = ['lake/**/*.ts', '!**/*.test.ts', '!lake/**/{fixtures,conformance,fuzz}/**', 'start/buildServer.ts']

/**
 * The embedded Content Lake, or the client, as a few large files, made anew when a source of the lake or a dependency changed: Node takes longer to
 * find and link the hundreds of files they are written in than for all else at a start.
 */
export async function loadBuilt<Name extends keyof Built>(name: Name): Promise<Built[Name]> {
  const target = await buildOnce({
    folder: join(projectDir, 'dist/server'),
    key: sourcesHash(),
    async build(into) {
      const {buildServer} = await import('./buildServer.ts')
      await buildServer(projectDir, into)
    },
  })
  const module: Built[Name] = await import(pathToFileURL(join(target, `${name}.js`)).href)
  return module
}

let known: string | undefined

/** Computed once per process, which does not change what it is made of. */
function sourcesHash(): string {
  return (known ??= hashSources({projectDir, patterns: SOURCES}))
}
