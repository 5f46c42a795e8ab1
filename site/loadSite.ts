import {dirname, join, relative} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {buildOnce} from '../builds/buildOnce.ts'
import {hashSources} from '../builds/hashSources.ts'
import type {createSite} from './createSite.ts'

export interface SiteModule {
  createSite: typeof createSite
}

export interface LoadSiteOptions {
  /** Where builds are kept; by default `dist/site` of the project. */
  outDir?: string
  /** Hears that a build starts, which takes a second or two. */
  print?: (line: string) => void
}

const siteFolder = dirname(fileURLToPath(import.meta.url))
const projectFolder = dirname(siteFolder)

/**
 * Loads the site for plain Node, which cannot read JSX: the components are built once by Vite and built again when a source
 * or a dependency changed; see `buildOnce`.
 */
export async function loadSite({outDir, print}: LoadSiteOptions = {}): Promise<SiteModule> {
  const target = await buildOnce({
    folder: outDir ?? join(projectFolder, 'dist', 'site'),
    key: hashSources({projectDir: projectFolder, patterns: ['site/**/*.{ts,tsx,css}', '!**/*.test.*']}),
    async build(into) {
      print?.('Building the site …')
      await buildInto(into)
    },
  })
  // React chooses its build when it is first imported.
  process.env['NODE_ENV'] ??= 'production'
  const module: SiteModule = await import(pathToFileURL(join(target, 'createSite.js')).href)
  return module
}

async function buildInto(outDir: string): Promise<void> {
  const {build} = await import('vite')
  await build({
    configFile: false,
    root: projectFolder,
    mode: 'production',
    logLevel: 'warn',
    // Taken in whole: one file is loaded in half the time of the three hundred that its dependencies have.
    ssr: {noExternal: true},
    build: {
      ssr: relative(projectFolder, join(siteFolder, 'createSite.ts')),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {output: {entryFileNames: 'createSite.js'}},
    },
  })
}
