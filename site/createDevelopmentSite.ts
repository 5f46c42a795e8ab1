import {join} from 'node:path'
import {createServer} from 'vite'
import type {createSite as Create, Site, SiteOptions} from './createSite.ts'

export interface DevelopmentSite extends Pick<Site, 'fetch'> {
  close(): Promise<void>
}

/** The site straight from its sources: a changed component or style shows at the next load, without a restart. */
export async function createDevelopmentSite(options: SiteOptions): Promise<DevelopmentSite> {
  const vite = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    appType: 'custom',
    server: {middlewareMode: true, hmr: false, ws: false},
    optimizeDeps: {noDiscovery: true},
  })
  return {
    async fetch(request) {
      // Vite answers from its cache while nothing changed.
      const {createSite}: {createSite?: typeof Create} = await vite.ssrLoadModule('/site/createSite.ts')
      if (!createSite) throw new Error('site/createSite.ts exports no createSite')
      return createSite(options).fetch(request)
    },
    close: () => vite.close(),
  }
}
