import {join} from 'node:path'
import {buildOnce} from '../../builds/buildOnce.ts'
import {hashSources} from '../../builds/hashSources.ts'
import {compressFiles} from './compressFiles.ts'
import {STUDIO_VARIABLES, viteConfig} from './viteConfig.ts'

export interface EnsureStudioOptions {
  /** The project's folder: the one with package.json. */
  projectDir: string
  /** Where builds are kept; by default `dist/studio` of the project. */
  outDir?: string
  /** Hears that a build starts, which takes ten to thirty seconds. */
  print?: (line: string) => void
}

const NO_SOURCES = ['**/*.test.*', '**/fixtures/**', 'schemas/typegen/**', 'schemas/sanity.types.ts', '**/*.md']
const SOURCES = ['studio/**/*', 'schemas/**/*', ...NO_SOURCES.map((pattern) => `!${pattern}`)]

/** The folder of the built Studio, built now if its sources changed since; see `buildOnce`. */
export async function ensureStudio({projectDir, outDir, print}: EnsureStudioOptions): Promise<string> {
  return buildOnce({
    folder: outDir ?? join(projectDir, 'dist/studio'),
    key: hashSources({
      projectDir,
      patterns: SOURCES,
      settings: STUDIO_VARIABLES.map((name) => `${name}=${process.env[name] ?? ''}`),
    }),
    async build(into) {
      print?.('Building the Studio, once until its sources change …')
      await buildInto(projectDir, into)
      await compressFiles(into)
    },
  })
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
