import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {loadSite} from '../site/loadSite.ts'
import {ensureStudio} from '../studio/build/ensureStudio.ts'
import {createStudioHandler} from '../studio/serveStudio.ts'
import type {Handler} from './createHandler.ts'
import type {Settings} from './settings.ts'
import {withSecurityHeaders} from './withSecurityHeaders.ts'

export interface Frontends {
  studio: Handler
  site: Handler
  close(): Promise<void>
}

/** `dev`: from the sources with hot reload; else built. */
export interface FrontendOptions extends Pick<Settings, 'dev' | 'hosted' | 'publicOrigin'> {
  client: SanityClient
  print: (line: string) => void
}

const projectDir = join(import.meta.dirname, '..')

/** The Studio and the site, built first when a source changed since the last build. */
export async function loadFrontends(options: FrontendOptions): Promise<Frontends> {
  const {dev, hosted, publicOrigin, client, print} = options
  const siteOptions = {client, ...(publicOrigin === undefined ? {} : {origin: publicOrigin})}
  if (dev) {
    const [{createStudioDevServer}, {createDevelopmentSite}] = await Promise.all([
      import('../studio/dev/createStudioDevServer.ts'),
      import('../site/createDevelopmentSite.ts'),
    ])
    const studio = await createStudioDevServer({projectDir})
    const site = await createDevelopmentSite(siteOptions)
    return {
      studio: studio.handler,
      site: withSecurityHeaders('site', (request) => site.fetch(request), publicOrigin),
      close: async () => void (await Promise.all([studio.close(), site.close()])),
    }
  }
  const dir = await ensureStudio({projectDir, print})
  const {createSite} = await loadSite({print})
  const site = createSite(siteOptions)
  const studio = createStudioHandler({dir})
  return {
    // A Studio of a hosted project talks to hosts of Sanity, for which there is no policy yet.
    studio: hosted === undefined ? withSecurityHeaders('studio', studio, publicOrigin) : studio,
    site: withSecurityHeaders('site', (request) => site.fetch(request), publicOrigin),
    close: async () => undefined,
  }
}
