import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {createDevelopmentSite} from '../site/createDevelopmentSite.ts'
import {loadSite} from '../site/loadSite.ts'
import {ensureStudio} from '../studio/build/ensureStudio.ts'
import {createStudioDevServer} from '../studio/dev/createStudioDevServer.ts'
import {createStudioHandler} from '../studio/serveStudio.ts'
import type {Handler} from './createHandler.ts'

export interface Frontends {
  studio: Handler
  site: Handler
  close(): Promise<void>
}

export interface FrontendOptions {
  /** From the sources with hot reload, or built. */
  dev: boolean
  client: SanityClient
  print: (line: string) => void
}

const projectDir = join(import.meta.dirname, '..')

/** The Studio and the site, built first when a source changed since the last build. */
export async function loadFrontends({dev, client, print}: FrontendOptions): Promise<Frontends> {
  if (dev) {
    const studio = await createStudioDevServer({projectDir})
    const site = await createDevelopmentSite({client})
    return {
      studio: studio.handler,
      site: (request) => site.fetch(request),
      close: async () => void (await Promise.all([studio.close(), site.close()])),
    }
  }
  const dir = await ensureStudio({projectDir, print})
  const {createSite} = await loadSite({print})
  const site = createSite({client})
  return {studio: createStudioHandler({dir}), site: (request) => site.fetch(request), close: async () => undefined}
}
